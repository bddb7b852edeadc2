import { MINUTE_MS } from '../calendar-day';
import type { Fen } from '../money';
import { accept, refuse, type Result } from '../result';

export const ORDER_CATEGORIES = ['laboratory', 'imaging', 'drug', 'treatment'] as const;
export type OrderCategory = (typeof ORDER_CATEGORIES)[number];

/** Who carries an order line out. */
export const DESKS = ['laboratory', 'imaging', 'pharmacy'] as const;
export type Desk = (typeof DESKS)[number];

/**
 * ordered: to be done; executed: done or handed out; cancelled: taken back by the doctor; not-done: the desk says that it
 * was not done and will not be; refunded: its money went back.
 */
export type LineState = 'ordered' | 'executed' | 'not-done' | 'cancelled' | 'refunded';

/** What decides about one line of an order. Instants are epoch milliseconds. */
export interface LineFacts {
  readonly lineId: string;
  readonly desk: Desk;
  /** Price of one piece. */
  readonly feeFen: Fen;
  readonly quantity: number;
  readonly state: LineState;
  readonly paid: boolean;
  /** When the doctor took it back; half of what a refund needs (A10). */
  readonly cancelledAt: number | null;
  /** When the desk said "not done"; the other half. */
  readonly notDoneAt: number | null;
  readonly executedAt: number | null;
}

export interface LineBars {
  /** Done already, so it can neither be taken back nor be done again. */
  LINE_EXECUTED: null;
  /** Taken back by the doctor, or its money went back. */
  LINE_CANCELLED: null;
  LINE_NOT_PAID: null;
  /** What was marked as done can be taken back for some minutes only. */
  UNDO_TOO_LATE: { readonly minutes: number };
}

type Step<T, Bar extends keyof LineBars = never> = Result<T, Pick<LineBars, Bar>>;

/** How long a desk may say that "done" was a mistake. */
const UNDO_MINUTES = 10;

/** Paid for; money that went back stays so. */
export const payLine = <T extends LineFacts>(line: T): T =>
  line.state === 'refunded' ? line : { ...line, paid: true };

export const refundLine = <T extends LineFacts>(line: T): T => ({ ...line, state: 'refunded' });

/** The doctor takes it back. */
export function cancelLine<T extends LineFacts>(
  line: T,
  now: number,
): Step<T, 'LINE_EXECUTED' | 'LINE_CANCELLED'> {
  if (line.state === 'refunded') return refuse('LINE_CANCELLED', null);
  if (line.state === 'executed') return refuse('LINE_EXECUTED', null);
  // What the desk has said stays said: the line is then ready for its refund.
  const state = line.notDoneAt === null ? 'cancelled' : 'not-done';
  return accept({ ...line, state, cancelledAt: line.cancelledAt ?? now });
}

/** The desk says that it was not done and will not be. */
export function putAsideLine<T extends LineFacts>(
  line: T,
  now: number,
): Step<T, 'LINE_EXECUTED' | 'LINE_CANCELLED'> {
  if (line.state === 'refunded') return refuse('LINE_CANCELLED', null);
  if (line.state === 'executed') return refuse('LINE_EXECUTED', null);
  return accept({ ...line, state: 'not-done', notDoneAt: line.notDoneAt ?? now });
}

/** A desk may still do what it had put aside, as long as the doctor has not taken it back. */
export function executeLine<T extends LineFacts>(
  line: T,
  now: number,
): Step<T, 'LINE_CANCELLED' | 'LINE_NOT_PAID'> {
  if (line.state === 'executed') return accept(line);
  if (line.state === 'refunded' || line.cancelledAt !== null) return refuse('LINE_CANCELLED', null);
  if (!line.paid && line.feeFen > 0) return refuse('LINE_NOT_PAID', null);
  return accept({ ...line, state: 'executed', executedAt: now, notDoneAt: null });
}

/** "Done" was a mistake: the line is to be done as before. One that is not marked as done stays as it is. */
export function undoLine<T extends LineFacts>(line: T, now: number): Step<T, 'UNDO_TOO_LATE'> {
  if (line.state !== 'executed') return accept(line);
  if (now >= undoUntil(line)) return refuse('UNDO_TOO_LATE', { minutes: UNDO_MINUTES });
  return accept({ ...line, state: 'ordered', executedAt: null });
}

/** Until when a desk may take "done" back. */
export const undoUntil = ({ executedAt }: LineFacts): number => (executedAt ?? 0) + UNDO_MINUTES * MINUTE_MS;

/** Whether the money of a paid line may go back: both the doctor and the desk have said so (A10). */
export const isReleasedForRefund = (line: LineFacts): boolean =>
  line.paid && line.state === 'not-done' && line.cancelledAt !== null && line.notDoneAt !== null;

/** Whether a line belongs on the bill as long as nothing was paid. */
export const isToBePaid = (line: LineFacts): boolean =>
  !line.paid && line.cancelledAt === null && line.notDoneAt === null && line.state === 'ordered';
