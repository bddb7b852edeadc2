import { dayOf, instantAt, type CalendarDay, type ClockTime } from '../calendar-day';
import { decideRefund, type Decision, type RefundFacts, type RefundPolicy } from '../billing/refund-policy';
import { ZERO_FEN, type Fen } from '../money';

/** What decides about an appointment's life. One document holds it, so that cancel, payment and expiry meet in one place. */
export interface AppointmentState {
  readonly status: 'pending' | 'closing' | 'booked' | 'cancelled';
  readonly endedBy: 'patient' | 'lapse' | 'no-seat' | 'hospital' | null;
  readonly payment: 'none' | 'waiting' | 'paid';
  readonly feeFen: Fen;
  readonly holdExpiresAt: number | null;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly refund: { readonly amountFen: Fen } | null;
  /** Paid at the window in cash; absent where it was paid by phone. */
  readonly paidInCash?: boolean;
  /** A paper invoice is out (rule A6); absent where none was ever printed. */
  readonly invoicePrinted?: boolean;
  /** How far the visit came; absent before the patient arrived. */
  readonly attendance?: 'arrived' | 'seen' | 'finished' | null;
}

/** What a confirmed payment does. */
export type PaymentOutcome =
  /** The held seat becomes the patient's. */
  | 'book'
  /** The seat is gone: look for it again, else refund (A12). */
  | 'reseat'
  /** The patient had cancelled first, or the visit's time is over: everything back (A12). */
  | 'refund'
  /** Known already. */
  | 'nothing';

export function onPaymentConfirmed(state: AppointmentState, now: number): PaymentOutcome {
  if (state.payment === 'paid' || state.status === 'booked') return 'nothing';
  if (now >= instantAt(state.day, state.end)) return 'refund';
  switch (state.status) {
    case 'pending':
      return 'book';
    case 'closing':
      return state.endedBy === 'lapse' ? 'book' : 'refund';
    case 'cancelled':
      return state.endedBy === 'lapse' ? 'reseat' : 'refund';
  }
}

export const hasLapsed = (state: AppointmentState, now: number): boolean =>
  state.status === 'pending' && state.holdExpiresAt !== null && state.holdExpiresAt <= now;

/**
 * What cancelling at this instant would do; null where there is nothing left to cancel.
 * An unpaid or free appointment can be given back until its time; a paid one follows the refund policy.
 */
export function decideCancellation(
  state: AppointmentState,
  policy: RefundPolicy,
  now: number,
): Decision | null {
  if (state.status === 'cancelled' || state.status === 'closing') return null;
  const unpaid = state.status === 'pending' || state.payment === 'none';
  if (unpaid && now >= instantAt(state.day, state.start)) {
    return { rule: 'A4', outcome: 'refused', amountFen: ZERO_FEN, until: null };
  }
  return decideRefund({ ...refundFacts(state, now), paidFen: unpaid ? ZERO_FEN : state.feeFen }, policy);
}

/** What the refund policy must know of an appointment that was paid. */
export const refundFacts = (state: AppointmentState, now: number): RefundFacts => ({
  kind: 'registration',
  channel: state.paidInCash ? 'cash' : 'wechat',
  paidFen: state.feeFen,
  refundedFen: state.refund?.amountFen ?? ZERO_FEN,
  wantedFen: state.feeFen,
  visitDay: state.day,
  today: dayOf(now),
  seen: state.attendance === 'seen' || state.attendance === 'finished',
  invoicePrinted: state.invoicePrinted ?? false,
  executed: false,
  cause: 'patient',
});
