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
}

/** After this many refused tries a person looks after it; the same number is still tried twice a day. */
export const TRIES_BEFORE_STAFF = 6;
const LONGEST_WAIT_MS = 12 * 60 * MINUTE_MS;

/** Where a refund stands after an answer of the gateway. A refund that is done stays done. */
export function afterAnswer(before: RefundStep, answer: GatewayRefundAnswer, now: number): RefundStep {
  if (before.state === 'done') return before;
  switch (answer) {
    case 'done':
      return { ...before, state: 'done', nextAttemptAt: null };
    case 'accepted':
      return { ...before, state: 'accepted', nextAttemptAt: now + MINUTE_MS };
    case 'busy':
      return { ...before, nextAttemptAt: now + MINUTE_MS };
    case 'failed': {
      const attempts = before.attempts + 1;
      const wait = Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** attempts);
      const state = attempts >= TRIES_BEFORE_STAFF ? 'needs-staff' : 'failed';
      return { state, attempts, nextAttemptAt: now + (state === 'needs-staff' ? LONGEST_WAIT_MS : wait) };
    }
  }
}

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
