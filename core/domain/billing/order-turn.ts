import type { Fen } from '../money';

/** One order of WeChat, or a sum taken in cash, for something that is to be paid once. */
export interface TurnOrder {
  /** missing: its number was given out, its document not written. */
  readonly state: 'missing' | 'opening' | 'open' | 'closing' | 'closed' | 'paid';
  readonly payerId: string;
  readonly amountFen: Fen;
  readonly expiresAt: number;
}

/** All orders of one appointment or bill, oldest first: only the last one may still be paid. */
export interface Turns {
  readonly orders: readonly TurnOrder[];
  /** One of them was paid first. */
  readonly isPaid: boolean;
  /** No further order may be opened. */
  readonly isEnded: boolean;
}

export interface Payer {
  /** The account, or the window's till. */
  readonly payerId: string;
  readonly amountFen: Fen;
}

/** first, next: give out a number; use: pay the last one; close: it gives way before the next number is given out. */
export type TurnStep = 'first' | 'next' | 'use' | 'close' | 'paid' | 'ended';

/** WeChat Pay wants at least a minute between opening and expiry. */
export const SHORTEST_ORDER_MS = 60_000;

/**
 * Whose turn it is to pay. Two payers never hold an open order at the same time: an order belongs to the WeChat user who
 * opened it, and two open ones could both be paid.
 */
export function nextTurn({ orders, isPaid, isEnded }: Turns, payer: Payer, now: number): TurnStep {
  if (isPaid || orders.some(({ state }) => state === 'paid')) return 'paid';
  if (isEnded) return 'ended';
  const last = orders.at(-1);
  if (!last) return 'first';
  if (last.state === 'closed') return 'next';
  const isOwn = last.payerId === payer.payerId && last.amountFen === payer.amountFen;
  const isUsable = last.state === 'opening' || last.state === 'open';
  return isOwn && isUsable && last.expiresAt - SHORTEST_ORDER_MS > now ? 'use' : 'close';
}
