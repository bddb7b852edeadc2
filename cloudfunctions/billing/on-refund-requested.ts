import type { Events } from '@core/contract/events';
import { isRefundAtWindow } from '@core/domain/billing/refund-policy';
import type { WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { payments } from '../_store/payments';
import { advanceRefund } from './advance-refund';
import { enteredRefund, invoiceAfterRefund, type WantedRefund } from './entered-refund';
import { paidPaymentOf } from './order-turns';
import { savePayment } from './payment-changes';
import { refundNews } from './refund-news';

/** Enters a refund of an appointment once under its number, whatever is repeated, and starts it. */
export async function onRefundRequested(
  { appointmentId, refundId, amountFen, rule }: Events['refund-requested'],
  context: WorkContext,
): Promise<void> {
  const payment = await paidPaymentOf(appointmentId);
  if (!payment) throw new Error('A refund of something that is not paid');
  await enterRefund(payment._id, { refundId, amountFen, rule }, context);
}

export async function enterRefund(
  paymentId: string,
  wanted: WantedRefund,
  context: WorkContext,
): Promise<void> {
  await untilSaved(async () => {
    const payment = await payments.findById(paymentId);
    if (!payment) throw new Error('A refund of something that is not paid');
    if (payment.refunds.some(({ refundId }) => refundId === wanted.refundId)) return null;
    const entered = enteredRefund(payment, wanted, context);
    const next = { ...entered, ...invoiceAfterRefund(payment, isRefundAtWindow(wanted.rule)) };
    const refund = next.refunds.at(-1);
    const messages = refund?.state === 'done' ? refundNews(next, refund, context) : [];
    return (await savePayment(next, 'refund.requested', messages, context)) ? null : CHANGED;
  });
  await advanceRefund({ paymentId, refundId: wanted.refundId }, context);
}
