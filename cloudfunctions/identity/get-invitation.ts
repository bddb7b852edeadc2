import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { mandateRules } from '../_store/mandate-rules';
import { agreedAccount } from './agreed-account';
import { askingRelative } from './asking-relative';
import { findPairingCode } from './find-pairing-code';

/** Who asks to act for the caller, and what may be chosen. */
export const getInvitation: UseCase<typeof identity.procedures.getInvitation> = async (input, context) => {
  const agreed = await agreedAccount(context);
  if (!agreed.ok) return agreed;
  const code = await findPairingCode('family', input.code, context);
  if (!code.ok) return code;
  const relative = await askingRelative(code.value.accountId);
  if (!relative) return refuse('PAIRING_UNKNOWN', null);
  const { family } = await mandateRules.current(context.now);
  const { patientId, maskedName, maskedPhone } = relative;
  context.viewed(patientId, { role: 'anyone', mandateId: null });
  const offer = { scopes: family.scopes, days: family.days };
  return accept({ maskedName, maskedPhone, expiresAt: code.value.expiresAt, offer });
};
