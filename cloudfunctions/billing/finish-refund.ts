import type { billing } from '@core/contract/billing';
import type { InputOf } from '@core/contract/procedure';
import { accept, refuse } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { payments, type PaymentRecord, type RefundRecord } from '../_store/payments';
import { payGateway } from '../_wechat/pay-gateway';
import { posted, savePayment, withRefund } from './payment-changes';
import { noteUnanswered } from './refund-answer';
import { refundNews } from './refund-news';

type Procedure = typeof billing.procedures.finishRefund;

/**
 * Ends a refund that waits for a person, by the word of who looked after it; who that was is on record. Where WeChat says
 * that it is sending the money itself, it is left to WeChat, so that nobody pays twice.
 */
export const finishRefund: UseCase<Procedure> = (input, context) =>
  untilSaved(async () => {
    const payment = await payments.findById(input.paymentId);
    const refund = payment?.refunds.find(({ refundId }) => refundId === input.refundId);
    if (!payment || !refund) return refuse('NOT_FOUND', null);
    return finishOnce(payment, refund, { input, context });
  });

interface Finishing {
  readonly input: InputOf<Procedure>;
  readonly context: CallContext;
}

async function finishOnce(payment: PaymentRecord, refund: RefundRecord, { input, context }: Finishing) {
  const { requestId } = input;
  const bodyIndex = bodyIndexOf('finishRefund', input);
  const replay = replayOf(payment.requests, requestId, bodyIndex);
  if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
  if (replay === 'same') return accept(null);
  if (refund.state !== 'needs-staff' || (await isGoingOn(payment, refund, context)))
    return refuse('REFUND_GOES_ON', null);

  const done: RefundRecord = {
    ...refund,
    state: 'done',
    nextAttemptAt: null,
    owner: null,
    changedAt: context.now,
  };
  const requests = remember(payment.requests, { requestId, bodyIndex, at: context.now });
  const booked = posted(payment, 'refund-done', refund.amountFen, context);
  const next = { ...withRefund(booked, done), requests };
  const news = refundNews(payment, done, context);
  return (await savePayment(next, 'refund.by-hand', news, context)) ? accept(null) : CHANGED;
}

/** Only a clear answer of WeChat counts against the clerk's word. */
async function isGoingOn({ channel }: PaymentRecord, { refundId }: RefundRecord, context: CallContext) {
  if (channel === 'cash') return false;
  try {
    return (await payGateway.queryRefund(refundId)) === 'accepted';
  } catch (thrown) {
    noteUnanswered(thrown, context);
    return false;
  }
}
