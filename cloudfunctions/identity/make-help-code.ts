import type { identity } from '@core/contract/identity';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { mandateRules } from '../_store/mandate-rules';
import { pairingCodes } from '../_store/pairing-codes';
import { agreedAccount } from './agreed-account';

/** The code that the patient lets a volunteer scan. It lets nobody do anything: the patient is asked next. */
export const makeHelpCode: UseCase<typeof identity.procedures.makeHelpCode> = async (
  { requestId },
  context,
) => {
  const agreed = await agreedAccount(context);
  if (!agreed.ok) return agreed;
  const { now } = context;
  const { assistance } = await mandateRules.current(now);
  const expiresAt = now + assistance.helpCodeMinutes * MINUTE_MS;
  const accountId = agreed.value.account._id;
  return accept(await pairingCodes.make({ kind: 'help', accountId, requestId, expiresAt, now }));
};
