import { decideRefund, type Decision, type RefundPolicy } from '../billing/refund-policy';
import { decideCancellation, refundFacts, type AppointmentState } from './appointment';

/**
 * What the window may give back of a registration now; null where nothing is left. An appointment that ended while its money
 * lay in the till is still owed: cash does not go back by itself.
 */
export function decideAtWindow(state: AppointmentState, policy: RefundPolicy, now: number): Decision | null {
  if (state.payment !== 'paid' || state.refund) return null;
  if (state.status === 'booked') return decideCancellation(state, policy, now);
  if (state.status !== 'cancelled') return null;
  const cause = state.endedBy === 'hospital' ? 'hospital' : 'unseated';
  return decideRefund({ ...refundFacts(state, now), cause }, policy);
}
