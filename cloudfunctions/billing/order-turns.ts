import type { TurnOrder, Turns } from '@core/domain/billing/order-turn';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { NO_TURNS, payments, subjectOf, type OrderTurns, type PaymentRecord } from '../_store/payments';

/** All orders of one appointment or bill, oldest first. */
export interface OrderChain {
  /** Null before the first. */
  readonly first: PaymentRecord | null;
  /** Null where a number was given out and its document not written. */
  readonly later: readonly { readonly paymentId: string; readonly payment: PaymentRecord | null }[];
}

export async function chainOf(subjectId: string): Promise<OrderChain> {
  const first = await payments.findById(subjectId);
  const numbers = first?.turns?.later ?? [];
  const later = await Promise.all(
    numbers.map(async ({ paymentId }) => ({ paymentId, payment: await payments.findById(paymentId) })),
  );
  return { first, later };
}

export const ordersOf = ({ first, later }: OrderChain): PaymentRecord[] =>
  [first, ...later.map(({ payment }) => payment)].filter((payment) => payment !== null);

/** What the rule of turns must know. */
export function turnsOf({ first, later }: OrderChain): Turns {
  if (!first) return { orders: [], isPaid: false, isEnded: false };
  const { paidBy, isEnded } = first.turns ?? NO_TURNS;
  const orders = [turnOrder(first), ...later.map(({ payment }) => (payment ? turnOrder(payment) : MISSING))];
  return { orders, isPaid: paidBy !== null, isEnded };
}

const turnOrder = ({ state, accountId, channel, amountFen, orderExpiresAt }: PaymentRecord): TurnOrder => ({
  state,
  payerId: channel === 'cash' ? TILL : accountId,
  amountFen,
  expiresAt: orderExpiresAt,
});

/** The window's till, as a payer. */
export const TILL = 'till';
const MISSING: TurnOrder = {
  state: 'missing',
  payerId: '',
  amountFen: 0 as TurnOrder['amountFen'],
  expiresAt: 0,
};

/** The payment by which an appointment or bill was paid; null while it is not. */
export async function paidPaymentOf(subjectId: string): Promise<PaymentRecord | null> {
  const chain = await chainOf(subjectId);
  const paid = ordersOf(chain).filter(({ state }) => state === 'paid');
  const paidBy = chain.first?.turns?.paidBy;
  return paid.find(({ _id }) => _id === paidBy) ?? paid[0] ?? null;
}

/**
 * Which of the orders was paid first: decided once, in the first order's document. Answers whether it is this one.
 */
export function claimFirstPaid(payment: PaymentRecord): Promise<boolean> {
  return untilSaved(async () => {
    const first = await payments.findById(subjectOf(payment));
    if (!first) return true;
    const turns = first.turns ?? NO_TURNS;
    if (turns.paidBy !== null) return turns.paidBy === payment._id;
    return (await payments.replace({ ...first, turns: { ...turns, paidBy: payment._id } })) ? true : CHANGED;
  });
}

/** Changes the turns of a first order; null where somebody changed it meanwhile. */
export const withTurns = (first: PaymentRecord, change: Partial<OrderTurns>): PaymentRecord => ({
  ...first,
  turns: { ...(first.turns ?? NO_TURNS), ...change },
});
