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

export type LineCommand = 'cancel' | 'execute' | 'not-done' | 'pay' | 'refund';

export interface LineBars {
  /** Done already, so it can neither be taken back nor be done again. */
  LINE_EXECUTED: null;
  /** Taken back by the doctor, or its money went back. */
  LINE_CANCELLED: null;
  LINE_NOT_PAID: null;
}

/** What a line becomes, and when each of its two signatures was given. */
export function changeLine<T extends LineFacts>(
  line: T,
  command: LineCommand,
  now: number,
): Result<T, LineBars> {
  if (line.state === 'refunded') {
    return command === 'refund' ? accept(line) : refuse('LINE_CANCELLED', null);
  }
  switch (command) {
    case 'pay':
      return accept({ ...line, paid: true });
    case 'refund':
      return accept({ ...line, state: 'refunded' });
    case 'cancel':
      return cancelLine(line, now);
    case 'not-done':
      return line.state === 'executed'
        ? refuse('LINE_EXECUTED', null)
        : accept({ ...line, state: 'not-done', notDoneAt: line.notDoneAt ?? now });
    case 'execute':
      return executeLine(line, now);
  }
}

function cancelLine<T extends LineFacts>(line: T, now: number): Result<T, LineBars> {
  if (line.state === 'executed') return refuse('LINE_EXECUTED', null);
  // What the desk has said stays said: the line is then ready for its refund.
  const state = line.notDoneAt === null ? 'cancelled' : 'not-done';
  return accept({ ...line, state, cancelledAt: line.cancelledAt ?? now });
}

/** A desk may still do what it had put aside, as long as the doctor has not taken it back. */
function executeLine<T extends LineFacts>(line: T, now: number): Result<T, LineBars> {
  if (line.state === 'executed') return accept(line);
  if (line.cancelledAt !== null) return refuse('LINE_CANCELLED', null);
  if (!line.paid && line.feeFen > 0) return refuse('LINE_NOT_PAID', null);
  return accept({ ...line, state: 'executed', executedAt: now, notDoneAt: null });
}

/** Whether the money of a paid line may go back: both the doctor and the desk have said so (A10). */
export const isReleasedForRefund = (line: LineFacts): boolean =>
  line.paid && line.state === 'not-done' && line.cancelledAt !== null && line.notDoneAt !== null;

/** Whether a line belongs on the bill as long as nothing was paid. */
export const isToBePaid = (line: LineFacts): boolean =>
  !line.paid && line.cancelledAt === null && line.notDoneAt === null && line.state === 'ordered';
