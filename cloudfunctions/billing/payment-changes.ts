import { postingLines, type LedgerSubject, type PostingReason } from '@core/domain/billing/ledger';
import type { Fen } from '@core/domain/money';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { newId } from '../_kernel/ids';
import type { StoredMessage } from '../_store/outbox';
import type { PaymentRecord, Posting, RefundRecord } from '../_store/payments';
import { payments } from '../_store/payments';

const ledgerSubject = ({ channel, billId }: PaymentRecord): LedgerSubject => ({
  money: channel ?? 'wechat',
  income: billId === undefined ? 'registration-income' : 'service-income',
});

/** The payment with one more posting of its money. */
export const posted = (
  payment: PaymentRecord,
  why: PostingReason,
  amount: Fen,
  context: WorkContext,
): PaymentRecord => {
  const lines = postingLines(why, amount, ledgerSubject(payment));
  const posting: Posting = { postingId: newId(context.now), at: context.now, why, lines };
  return { ...payment, postings: [...payment.postings, posting] };
};

/** The payment with a refund as it stands now; looked at again when the next of its refunds is due. */
export function withRefund(payment: PaymentRecord, refund: RefundRecord): PaymentRecord {
  const refunds = payment.refunds.map((one) => (one.refundId === refund.refundId ? refund : one));
  const due = refunds.map(({ nextAttemptAt }) => nextAttemptAt).filter((at) => at !== null);
  return { ...payment, refunds, dueAt: due.length > 0 ? Math.min(...due) : null };
}

/** Since when a person has to look after a refund. */
function staffSince({ refunds }: PaymentRecord): number | null {
  const waiting = refunds.filter(({ state }) => state === 'needs-staff');
  return waiting.length > 0 ? Math.min(...waiting.map(({ changedAt }) => changedAt)) : null;
}

/** Saves the next state with what it tells others; false where somebody changed the payment meanwhile. */
export async function savePayment(
  next: PaymentRecord,
  action: string,
  messages: readonly StoredMessage[],
  context: WorkContext,
): Promise<boolean> {
  const saved = await payments.replace({
    ...next,
    staffSince: staffSince(next),
    audit: [...next.audit, audited(context, action)],
    outbox: [...next.outbox, ...messages],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  });
  if (saved && messages.length > 0)
    context.posted({ collection: 'payments', documentId: next._id, messages });
  return saved;
}
