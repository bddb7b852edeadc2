import type { identity } from '@core/contract/identity';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { mandateRules } from '../_store/mandate-rules';
import { pairingCodes } from '../_store/pairing-codes';
import { agreedAccount } from './agreed-account';

/** Makes the code that the caller shows to a grown-up member of the family. */
export const askRelative: UseCase<typeof identity.procedures.askRelative> = async (
  { requestId },
  context,
) => {
  const agreed = await agreedAccount(context);
  if (!agreed.ok) return agreed;
  const { account, rulePack } = agreed.value;
  if (!account.bindings.some(({ relationship }) => relationship === 'self')) {
    return refuse('OWN_CARD_MISSING', null);
  }
  const maximum = rulePack.maxPatientsPerAccount;
  if (account.bindings.length >= maximum) return refuse('TOO_MANY_PATIENTS', { maximum });
  const { family } = await mandateRules.current(context.now);
  const expiresAt = context.now + family.askMinutes * MINUTE_MS;
  return accept(await pairingCodes.make({ kind: 'family', accountId: account._id, requestId, expiresAt }));
};
