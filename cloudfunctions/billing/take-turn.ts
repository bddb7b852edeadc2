import { MINUTE_MS } from '@core/domain/calendar-day';
import { nextTurn } from '@core/domain/billing/order-turn';
import type { WorkContext } from '../_kernel/call-context';
import { payments, type PaymentRecord } from '../_store/payments';
import { DuplicateKeyError } from '../_store/store-errors';
import { newPayment } from './new-payment';
import { chainOf, TILL, turnsOf, withTurns, type OrderChain } from './order-turns';
import type { Payable } from './payable';
import { savePayment } from './payment-changes';
import { settleOrder } from './settle-order';

/** How often an open order is asked about where no callback came. */
const ORDER_CHECK_MS = MINUTE_MS;
/** Closing what others opened, giving out a number, writing it down: each may be overtaken a few times. */
const MOST_STEPS = 10;

export interface TurnPayer {
  readonly accountId: string;
  readonly channel: 'wechat' | 'cash';
}

/**
 * An order that this payer may pay, whoever else had opened one before: theirs is closed first, and only once WeChat has
 * confirmed that. busy: WeChat cannot say now.
 */
export async function takeTurn(
  payable: Payable,
  payer: TurnPayer,
  context: WorkContext,
): Promise<PaymentRecord | 'paid' | 'ended' | 'busy'> {
  const payerId = payer.channel === 'cash' ? TILL : payer.accountId;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const chain = await chainOf(payable.id);
    const last = lastOf(chain);
    const { amountFen } = payable;
    switch (nextTurn(turnsOf(chain), { payerId, amountFen }, context.now)) {
      case 'paid':
        return 'paid';
      case 'ended':
        return 'ended';
      case 'use':
        if (last?.payment) return last.payment;
        break;
      case 'first':
        await insert(payable, payer, { context });
        break;
      case 'next':
        await giveOutNumber(chain, { payable, payer }, context);
        break;
      case 'close':
        if (last && !(await giveWay(last, { payable, payer }, context))) return 'busy';
    }
  }
  return 'busy';
}

const lastOf = ({ first, later }: OrderChain) =>
  later.at(-1) ?? (first ? { paymentId: first._id, payment: first } : null);

interface Wanted {
  readonly payable: Payable;
  readonly payer: TurnPayer;
}

/** The number belongs to the payer as soon as the first order's document says so; then its own document is written. */
async function giveOutNumber(
  { first, later }: OrderChain,
  { payable, payer }: Wanted,
  context: WorkContext,
): Promise<void> {
  if (!first) return;
  const paymentId = `${payable.id}n${String(later.length + 2)}`;
  const numbers = [...(first.turns?.later ?? []), { paymentId, payerId: payer.accountId }];
  if (await payments.replace(withTurns(first, { later: numbers })))
    await insert(payable, payer, { paymentId, context });
}

interface Placing {
  readonly paymentId?: string;
  readonly state?: 'opening' | 'closed';
  readonly context: WorkContext;
}

/** Whoever was first has written it; looked at again by the caller. */
async function insert(payable: Payable, payer: TurnPayer, { context, ...placing }: Placing): Promise<void> {
  const { id, kind, patientId, amountFen, orderExpiresAt } = payable;
  const { accountId, channel } = payer;
  const isOpening = placing.state !== 'closed' && channel === 'wechat';
  const opening = { state: 'opening', ...placing, patientId, accountId, channel, amountFen } as const;
  const dueAt = isOpening ? context.now + ORDER_CHECK_MS : null;
  try {
    await payments.insert(newPayment({ ...opening, subject: { kind, id }, orderExpiresAt, dueAt }, context));
  } catch (thrown) {
    if (!(thrown instanceof DuplicateKeyError)) throw thrown;
  }
}

/** Ends another order. False where WeChat gives no clear answer: then nobody else may pay yet. */
async function giveWay(
  { paymentId, payment }: { readonly paymentId: string; readonly payment: PaymentRecord | null },
  { payable, payer }: Wanted,
  context: WorkContext,
): Promise<boolean> {
  if (!payment) {
    // Its document may still be written: a closed one in its place keeps that from happening.
    await insert(payable, payer, { paymentId, state: 'closed', context });
    return true;
  }
  if (payment.state !== 'closing') {
    const closing = { ...payment, state: 'closing', givesWay: true, dueAt: context.now } as const;
    if (!(await savePayment(closing, 'payment.gives-way', [], context))) return true;
  }
  const settled = await settleOrder(paymentId, context);
  return settled?.state === 'closed' || settled?.state === 'paid';
}
