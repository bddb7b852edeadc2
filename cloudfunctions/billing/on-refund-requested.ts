import type { Events } from '@core/contract/events';
import { mayRefund } from '@core/domain/billing/refund-progress';
import type { WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { payments } from '../_store/payments';
import { advanceRefund } from './advance-refund';
import { posting, savePayment } from './payment-changes';

type RefundRequested = Events['refund-requested'];

/** Enters a refund once under its number, whatever is repeated, and starts it. */
export async function onRefundRequested(request: RefundRequested, context: WorkContext): Promise<void> {
  await untilSaved(async () => {
    const payment = await payments.findById(request.appointmentId);
    if (payment?.state !== 'paid') throw new Error('A refund of something that is not paid');
    if (payment.refunds.some(({ refundId }) => refundId === request.refundId)) return null;
    if (!mayRefund(payment.amountFen, payment.refunds, request.amountFen)) {
      throw new Error('A refund of more than was paid');
    }
    const { refundId, amountFen, rule } = request;
    const refund = {
      refundId,
      amountFen,
      rule,
      state: 'requested',
      attempts: 0,
      nextAttemptAt: context.now,
      owner: null,
      requestedAt: context.now,
      changedAt: context.now,
    } as const;
    const next = {
      ...payment,
      refunds: [...payment.refunds, refund],
      postings: [...payment.postings, posting('refund-requested', amountFen, context)],
      dueAt: context.now,
    };
    return (await savePayment(next, 'refund.requested', [], context)) ? null : CHANGED;
  });
  await advanceRefund({ paymentId: request.appointmentId, refundId: request.refundId }, context);
}
