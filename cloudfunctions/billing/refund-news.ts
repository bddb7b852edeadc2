import { message, type WorkContext } from '../_kernel/call-context';
import type { StoredMessage } from '../_store/outbox';
import type { PaymentRecord, RefundRecord } from '../_store/payments';

/** What those who asked for a refund hear of it. */
export function refundNews(
  { _id: paymentId, appointmentId, billId }: PaymentRecord,
  { refundId, state, owner, changedAt: at }: RefundRecord,
  context: WorkContext,
): StoredMessage[] {
  if (state === 'requested') return [];
  const news = { refundId, state, owner, at };
  if (billId !== undefined)
    return [message(context, 'bill-refund-progressed', { billId, paymentId, ...news })];
  return appointmentId === null ? [] : [message(context, 'refund-progressed', { appointmentId, ...news })];
}
