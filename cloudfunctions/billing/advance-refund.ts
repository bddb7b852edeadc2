import { afterAnswer, isOvertaken, type GatewayRefundAnswer } from '@core/domain/billing/refund-progress';
import type { WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { catalogue } from '../_store/catalog';
import { payments, type PaymentRecord, type RefundRecord } from '../_store/payments';
import type { RefundNotice } from '../_wechat/refund-notice';
import { posted, savePayment, withRefund } from './payment-changes';
import { refundAnswer } from './refund-answer';
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
  // Cash is counted out by a person.
  if (!payment || payment.channel === 'cash' || !refund || refund.state === 'done') return;
  // Somebody else may have taken it further just now, to wait again: only a notice is never too early.
  if (!notice && (refund.nextAttemptAt ?? 0) > context.now) return;
  const answer = await refundAnswer({ payment, refund, notice }, context);
  if (answer === null) return;
  const { rulePack } = await catalogue.current(context.now);
  await untilSaved(async () => {
    const latest = await payments.findById(paymentId);
    const before = latest?.refunds.find((one) => one.refundId === refundId);
    if (!latest || !before || before.state === 'done') return null;
    if (answer !== 'done' && isOvertaken(refund, before)) return null;
    return (await saveStep(latest, stepped(before, answer, rulePack.refundOwner, context), context))
      ? null
      : CHANGED;
  });
}

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
  const before = payment.refunds.find((one) => one.refundId === refund.refundId);
  const isDone = refund.state === 'done';
  const booked = isDone ? posted(payment, 'refund-done', refund.amountFen, context) : payment;
  const messages = before?.state === refund.state ? [] : refundNews(payment, refund, context);
  return savePayment(withRefund(booked, refund), `refund.${refund.state}`, messages, context);
}
