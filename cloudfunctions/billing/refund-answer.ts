import type { GatewayRefundAnswer } from '@core/domain/billing/refund-progress';
import type { WorkContext } from '../_kernel/call-context';
import { describeFault, log } from '../_kernel/log';
import type { PaymentRecord, RefundRecord } from '../_store/payments';
import { payGateway } from '../_wechat/pay-gateway';
import type { RefundNotice } from '../_wechat/refund-notice';

interface Asking {
  readonly payment: PaymentRecord;
  readonly refund: RefundRecord;
  readonly notice: RefundNotice | null;
}

/** How a refund stands by WeChat; null where that is nothing new. A call that is lost says nothing. */
export async function refundAnswer(
  asking: Asking,
  context: WorkContext,
): Promise<GatewayRefundAnswer | null> {
  try {
    return await askGateway(asking, context.now);
  } catch (thrown) {
    noteUnanswered(thrown, context);
    return asking.notice ? null : 'busy';
  }
}

/** A call of WeChat that was lost: by class and code only. */
export function noteUnanswered(thrown: unknown, { traceId }: Pick<WorkContext, 'traceId'>): void {
  log({ level: 'warn', what: 'refund unanswered', traceId, fault: describeFault(thrown) });
}

async function askGateway(
  { payment, refund, notice }: Asking,
  now: number,
): Promise<GatewayRefundAnswer | null> {
  // Before WeChat has heard of it there is nothing to ask; its notice says that it has.
  const isHeardOf = refund.state !== 'requested' || notice !== null;
  const asked = isHeardOf ? await payGateway.queryRefund(refund.refundId) : 'none';
  const known = asked === 'untold' ? (noticed(payment, refund, notice) ?? 'untold') : asked;
  if (known === 'done' || known === 'accepted' || known === 'busy') return known;
  const isUnderWay = refund.state === 'accepted' || (refund.state === 'requested' && notice !== null);
  if (isUnderWay) {
    // WeChat took it and could not send it: that try is counted before the next one.
    if (known === 'failed') return 'failed';
    if (known === 'untold') return 'busy';
  }
  // A notice that comes again, or late, is no reason to try again before its time.
  if (notice && (refund.nextAttemptAt ?? 0) > now) return null;
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
