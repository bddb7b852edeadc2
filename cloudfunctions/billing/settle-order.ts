import { message, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { payments, type PaymentRecord } from '../_store/payments';
import { payGateway, type OrderAnswer } from '../_wechat/pay-gateway';
import { paidRecord } from './paid-record';
import { savePayment } from './payment-changes';

const CHECK_AGAIN_MS = 60_000;

/**
 * Asks WeChat about an order and writes down what it says: the only way by which a payment is believed. An order that is
 * to end is closed, and ends only once WeChat confirms that. Should WeChat call a closed one paid after all, it is paid.
 * Null where there is no such payment.
 */
export function settleOrder(paymentId: string, context: WorkContext): Promise<PaymentRecord | null> {
  return untilSaved(async () => {
    const payment = await payments.findById(paymentId);
    if (!payment || payment.state === 'paid') return payment;
    const answer = await payGateway.queryOrder(paymentId);
    if (answer.state === 'paid') {
      if (answer.amountFen !== payment.amountFen)
        throw new Error('WeChat confirmed another amount than was ordered');
      return (await paidRecord(payment, answer, context)) ?? CHANGED;
    }
    return payment.state === 'closed' ? payment : ((await unpaid(payment, answer, context)) ?? CHANGED);
  });
}

/** Not paid so far: looked at again, and closed where it is to end. */
async function unpaid(
  payment: PaymentRecord,
  answer: OrderAnswer,
  context: WorkContext,
): Promise<PaymentRecord | null> {
  const isOver = payment.orderExpiresAt <= context.now;
  if (payment.state !== 'closing' && !isOver) {
    const next = { ...payment, dueAt: context.now + CHECK_AGAIN_MS };
    return (await savePayment(next, 'payment.checked', [], context)) ? next : null;
  }
  const isClosed = answer.state === 'closed' || (await payGateway.closeOrder(payment._id)) === 'closed';
  if (!isClosed) {
    // Paid in this very moment, or no clear answer: asked again, the seat stays held until it is clear.
    const next = { ...payment, state: 'closing', dueAt: context.now } as const;
    return (await savePayment(next, 'payment.closing', [], context)) ? next : null;
  }
  const next: PaymentRecord = { ...payment, state: 'closed', dueAt: null };
  return (await savePayment(next, 'payment.closed', closedMessages(next, context), context)) ? next : null;
}

/** A bill does not end with an order, and an appointment not with one that gave way to another payer. */
const closedMessages = ({ appointmentId, givesWay }: PaymentRecord, context: WorkContext) =>
  appointmentId === null || givesWay ? [] : [message(context, 'order-closed', { appointmentId })];
