import { message, type WorkContext } from '../_kernel/call-context';
import { catalogue } from '../_store/catalog';
import { NO_TURNS, subjectOf, type PaymentRecord } from '../_store/payments';
import { enteredRefund } from './entered-refund';
import { claimFirstPaid, withTurns } from './order-turns';
import { posted, savePayment } from './payment-changes';

/** What is known of money that came. */
export interface Receiving {
  /** WeChat's number; null for cash. */
  readonly transactionId: string | null;
  readonly paidAt: number;
}

/**
 * Writes down that an order was paid. Where another order of the same appointment or bill was paid before, all of it goes
 * back at once (rule A8). Null where somebody changed the payment meanwhile.
 */
export async function paidRecord(
  payment: PaymentRecord,
  { transactionId, paidAt }: Receiving,
  context: WorkContext,
): Promise<PaymentRecord | null> {
  const isFirstOrder = payment._id === subjectOf(payment);
  const { paidBy } = payment.turns ?? NO_TURNS;
  const counts = isFirstOrder ? paidBy === null || paidBy === payment._id : await claimFirstPaid(payment);
  const received: PaymentRecord = { ...payment, state: 'paid', transactionId, paidAt, dueAt: null };
  const entered = posted(received, 'payment', payment.amountFen, context);
  if (!counts) {
    const { refundOwner: owner } = (await catalogue.current(context.now)).rulePack;
    const refund = { refundId: `${payment._id}r0`, amountFen: payment.amountFen, rule: 'A8', owner };
    const duplicate = enteredRefund(entered, refund, context);
    return (await savePayment(duplicate, 'payment.duplicate', [], context)) ? duplicate : null;
  }
  const next = isFirstOrder ? withTurns(entered, { paidBy: payment._id }) : entered;
  const messages = [confirmedMessage(payment, paidAt, context)];
  return (await savePayment(next, 'payment.paid', messages, context)) ? next : null;
}

function confirmedMessage(payment: PaymentRecord, paidAt: number, context: WorkContext) {
  const { _id: paymentId, appointmentId, billId, amountFen, channel } = payment;
  if (billId !== undefined)
    return message(context, 'bill-payment-confirmed', { billId, paymentId, amountFen, paidAt });
  if (appointmentId === null) throw new Error('A payment for nothing');
  const inCash = channel === 'cash';
  return message(context, 'payment-confirmed', {
    appointmentId,
    amountFen,
    paidAt,
    ...(inCash ? { inCash } : {}),
  });
}
