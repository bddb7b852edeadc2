import { afterAnswer, type GatewayRefundAnswer } from '@core/domain/billing/refund-progress';
import type { WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { catalogue } from '../_store/catalog';
import { payments, type PaymentRecord, type RefundRecord } from '../_store/payments';
import { payGateway } from '../_wechat/pay-gateway';
import type { RefundNotice } from '../_wechat/refund-notice';
import { posted, savePayment } from './payment-changes';
import { refundNews } from './refund-news';

interface RefundPlace {
  readonly paymentId: string;
  readonly refundId: string;
}

/**
 * Takes a refund one step further: asks for it, or asks how it stands. Its number never changes. What a notice says counts
 * only where WeChat, asked, has the refund and does not say how it stands.
 */
export async function advanceRefund(
  { paymentId, refundId }: RefundPlace,
  context: WorkContext,
  notice: RefundNotice | null = null,
): Promise<void> {
  const payment = await payments.findById(paymentId);
  const refund = payment?.refunds.find((one) => one.refundId === refundId);
  if (!payment || !refund || refund.state === 'done') return;
  // Somebody else may have taken it further just now, to wait again: only a notice is never too early.
  if (!notice && (refund.nextAttemptAt ?? 0) > context.now) return;
  const answer = await askGateway(payment, refund, notice);
  const { rulePack } = await catalogue.current(context.now);
  await untilSaved(async () => {
    const latest = await payments.findById(paymentId);
    const before = latest?.refunds.find((one) => one.refundId === refundId);
    if (!latest || !before || before.state === 'done') return null;
    return (await saveStep(latest, stepped(before, answer, rulePack.refundOwner, context), context))
      ? null
      : CHANGED;
  });
}

async function askGateway(
  payment: PaymentRecord,
  refund: RefundRecord,
  notice: RefundNotice | null,
): Promise<GatewayRefundAnswer> {
  const asked = refund.state === 'requested' ? 'none' : await payGateway.queryRefund(refund.refundId);
  const known = asked === 'untold' ? (noticed(payment, refund, notice) ?? 'untold') : asked;
  if (known === 'done' || known === 'accepted' || known === 'busy') return known;
  if (refund.state === 'accepted') {
    // WeChat took it and could not send it: that try is counted before the next one.
    if (known === 'failed') return 'failed';
    if (known === 'untold') return 'busy';
  }
  const { _id: paymentId, amountFen: paidFen } = payment;
  const { refundId, amountFen } = refund;
  const again = await payGateway.refund({ paymentId, refundId, paidFen, amountFen });
  // That WeChat takes a number which it has already tells nothing new: who looks after the refund keeps it.
  const isNews = known !== 'untold' || refund.state !== 'needs-staff';
  return again === 'accepted' && !isNews ? 'busy' : again;
}

/** What a notice of this very refund says. */
const noticed = (payment: PaymentRecord, refund: RefundRecord, notice: RefundNotice | null) =>
  notice?.paidFen === payment.amountFen && notice.amountFen === refund.amountFen ? notice.state : null;

function stepped(
  before: RefundRecord,
  answer: GatewayRefundAnswer,
  owner: string,
  context: WorkContext,
): RefundRecord {
  const step = afterAnswer(before, answer, context.now);
  return {
    ...before,
    ...step,
    owner: step.state === 'needs-staff' ? owner : null,
  };
}

function saveStep(payment: PaymentRecord, refund: RefundRecord, context: WorkContext): Promise<boolean> {
  const refunds = payment.refunds.map((one) => (one.refundId === refund.refundId ? refund : one));
  const before = payment.refunds.find((one) => one.refundId === refund.refundId);
  const due = refunds.map((one) => one.nextAttemptAt).filter((at) => at !== null);
  const dueAt = due.length > 0 ? Math.min(...due) : null;
  const isDone = refund.state === 'done';
  const booked = isDone ? posted(payment, 'refund-done', refund.amountFen, context) : payment;
  const messages = before?.state === refund.state ? [] : refundNews(payment, refund, context);
  return savePayment({ ...booked, refunds, dueAt }, `refund.${refund.state}`, messages, context);
}
