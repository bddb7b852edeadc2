import type { identity } from '@core/contract/identity';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { mandateRules } from '../_store/mandate-rules';
import { pairingCodes } from '../_store/pairing-codes';
import { agreedAccount } from './agreed-account';
import { decidesUntil } from './decides-until';

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
  const { now } = context;
  const { maxPatientsPerAccount: maximum, childBelowYears } = rulePack;
  // Somebody whose card is there already may agree anew, however many there are.
  const mayRenew = account.bindings.some((binding) => decidesUntil(account, binding, childBelowYears) <= now);
  if (account.bindings.length >= maximum && !mayRenew) return refuse('TOO_MANY_PATIENTS', { maximum });
  const { family } = await mandateRules.current(now);
  const expiresAt = now + family.askMinutes * MINUTE_MS;
  const accountId = account._id;
  return accept(await pairingCodes.make({ kind: 'family', accountId, requestId, expiresAt, now }));
};
