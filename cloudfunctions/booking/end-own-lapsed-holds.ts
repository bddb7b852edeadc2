import type { CallContext, Posted } from '../_kernel/call-context';
import { deliverPosted, dispatchByFunction } from '../_kernel/deliver';
import { accounts, type Account } from '../_store/accounts';
import { appointments } from '../_store/appointments';
import { forgetLiveAppointment } from './forget-live-appointment';
import { lapseHold } from './lapse-hold';

/**
 * A hold of the caller that ran out since the timer last looked must not stand in their own way: its order is closed and
 * its seat freed before anything is decided.
 */
export async function endOwnLapsedHolds(account: Account, context: CallContext): Promise<Account> {
  const { _id: accountId, live } = account;
  const lapsed = live.filter(({ holdExpiresAt }) => holdExpiresAt !== null && holdExpiresAt <= context.now);
  if (lapsed.length === 0) return account;
  const posted: Posted[] = [];
  const collecting = { ...context, posted: (document: Posted) => void posted.push(document) };
  for (const { appointmentId, enteredAt: enteredBefore } of lapsed) {
    // Without an appointment, the entry was left by a call that broke off.
    if (await appointments.findById(appointmentId)) await lapseHold(appointmentId, collecting);
    else await forgetLiveAppointment({ accountId, appointmentId, lapsedAt: null, enteredBefore });
  }
  await deliverPosted(posted, dispatchByFunction, context);
  return (await accounts.findById(accountId)) ?? account;
}
