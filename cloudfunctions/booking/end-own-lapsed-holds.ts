import type { CallContext } from '../_kernel/call-context';
import { accounts, type Account } from '../_store/accounts';
import { lapseHold } from './lapse-hold';

/** A hold of the caller that ran out since the timer last looked must not stand in their own way. */
export async function endOwnLapsedHolds(account: Account, context: CallContext): Promise<Account> {
  const lapsed = account.live.filter(
    ({ holdExpiresAt }) => holdExpiresAt !== null && holdExpiresAt <= context.now,
  );
  if (lapsed.length === 0) return account;
  for (const { appointmentId } of lapsed) await lapseHold(appointmentId, context);
  return (await accounts.findById(account._id)) ?? account;
}
