import type { Events } from '@core/contract/events';
import { isRefundAtWindow } from '@core/domain/billing/refund-policy';
import type { WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { catalogue } from '../_store/catalog';
import { payments, subjectOf } from '../_store/payments';
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
  asked: Omit<WantedRefund, 'owner'>,
  context: WorkContext,
): Promise<void> {
  const { refundOwner: owner } = (await catalogue.current(context.now)).rulePack;
  const wanted = { ...asked, owner };
  await untilSaved(async () => {
    const payment = await payments.findById(paymentId);
    if (!payment) throw new Error('A refund of something that is not paid');
    if (payment.refunds.some(({ refundId }) => refundId === wanted.refundId)) return null;
    const atWindow = isRefundAtWindow(wanted.rule);
    if (subjectOf(payment) !== paymentId) await takePaper(subjectOf(payment), atWindow, context);
    const entered = enteredRefund(payment, wanted, context);
    const next = { ...entered, ...invoiceAfterRefund(payment, atWindow) };
    const refund = next.refunds.at(-1);
    const messages = refund ? refundNews(next, refund, context) : [];
    return (await savePayment(next, 'refund.requested', messages, context)) ? null : CHANGED;
  });
  await advanceRefund({ paymentId, refundId: wanted.refundId }, context);
}

/** The paper lies with the first order, also where another payer's order was the one that was paid. */
const takePaper = (firstId: string, atWindow: boolean, context: WorkContext): Promise<null> =>
  untilSaved(async () => {
    const first = await payments.findById(firstId);
    const taken = first && invoiceAfterRefund(first, atWindow);
    if (!first || !taken?.invoice) return null;
    return (await savePayment({ ...first, ...taken }, `invoice.${taken.invoice.state}`, [], context))
      ? null
      : CHANGED;
  });
