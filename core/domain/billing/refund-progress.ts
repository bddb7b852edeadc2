import { MINUTE_MS } from '../calendar-day';
import { addFen, ZERO_FEN, type Fen } from '../money';

export type RefundState = 'requested' | 'accepted' | 'done' | 'failed' | 'needs-staff';

/** What WeChat said of a refund. `busy`: no clear answer, asking again with the same number is safe. */
export type GatewayRefundAnswer = 'accepted' | 'done' | 'failed' | 'busy';

export interface RefundStep {
  readonly state: RefundState;
  readonly attempts: number;
  /** When to look again; null once nothing more happens by itself. */
  readonly nextAttemptAt: number | null;
  /** When it came into this state. */
  readonly changedAt: number;
}

/** After this many refused tries a person looks after it; the same number is still tried twice a day. */
export const TRIES_BEFORE_STAFF = 6;
const LONGEST_WAIT_MS = 12 * 60 * MINUTE_MS;
/** WeChat itself ends a refund within three working days, a weekend between them; longer silence is a person's matter. */
export const SILENCE_BEFORE_STAFF_MS = 5 * 24 * 60 * MINUTE_MS;
/** A refund of which nobody knows whether WeChat has it at all is not under way: a day of that is enough. */
export const UNTAKEN_BEFORE_STAFF_MS = 24 * 60 * MINUTE_MS;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

/** Where a refund stands after an answer of the gateway. A refund that is done stays done. */
export function afterAnswer(before: RefundStep, answer: GatewayRefundAnswer, now: number): RefundStep {
  if (before.state === 'done') return before;
  switch (answer) {
    case 'done':
      return entering(before, 'done', null, now);
    case 'accepted':
      return waiting(before, 'accepted', now);
    case 'busy':
      return unheard(before, now);
    case 'failed': {
      const attempts = before.attempts + 1;
      const wait = Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** attempts);
      const isForStaff = attempts >= TRIES_BEFORE_STAFF;
      const nextAttemptAt = now + (isForStaff ? LONGEST_WAIT_MS : wait);
      return { ...entering(before, isForStaff ? 'needs-staff' : 'failed', nextAttemptAt, now), attempts };
    }
  }
}

/** Nothing new is known: too long of that, and a person looks after it, until WeChat says how it stands. */
function unheard(before: RefundStep, now: number): RefundStep {
  const patience = before.state === 'requested' ? UNTAKEN_BEFORE_STAFF_MS : SILENCE_BEFORE_STAFF_MS;
  if (before.state === 'needs-staff' || now - before.changedAt >= patience)
    return entering(before, 'needs-staff', now + LONGEST_WAIT_MS, now);
  return waiting(before, before.state, now);
}

/** Looked at again after as long as it has stood so far, at least a minute and at most an hour. */
function waiting(before: RefundStep, state: RefundState, now: number): RefundStep {
  const stoodFor = state === before.state ? now - before.changedAt : 0;
  const pause = Math.min(LONGEST_PAUSE_MS, Math.max(MINUTE_MS, stoodFor));
  return entering(before, state, now + pause, now);
}

const entering = (
  before: RefundStep,
  state: RefundState,
  nextAttemptAt: number | null,
  now: number,
): RefundStep => ({
  state,
  attempts: before.attempts,
  nextAttemptAt,
  changedAt: state === before.state ? before.changedAt : now,
});

/** Whether somebody took it further since WeChat was asked: but for "done", the answer is then older than what is known. */
export const isOvertaken = (asked: RefundStep, latest: RefundStep): boolean =>
  asked.state !== latest.state || asked.attempts !== latest.attempts || asked.changedAt !== latest.changedAt;

/** WeChat Pay allows no more parts of one payment. */
export const MOST_REFUNDS = 50;

/** A11: all refunds together never exceed what was paid, in at most fifty parts. */
export function mayRefund(
  paidFen: Fen,
  refunds: readonly { readonly amountFen: Fen }[],
  amountFen: Fen,
): boolean {
  const before = refunds.reduce((sum, refund) => addFen(sum, refund.amountFen), ZERO_FEN);
  return amountFen > 0 && refunds.length < MOST_REFUNDS && addFen(before, amountFen) <= paidFen;
}
