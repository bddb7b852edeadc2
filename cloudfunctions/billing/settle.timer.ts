import type { WorkContext } from '../_kernel/call-context';
import { now } from '../_kernel/clock';
import { timer } from '../_kernel/deployable';
import { fewAtOnce } from '../_kernel/few-at-once';
import { describeFault, log } from '../_kernel/log';
import { payments, type PaymentRecord } from '../_store/payments';
import { advanceRefund } from './advance-refund';
import { settleOrder } from './settle-order';

const AT_ONCE = 100;
/** Of these, about how many WeChat is asked at the same time. */
const SIDE_BY_SIDE = 4;
/** What is not begun by then is the next run's. */
const LASTS_MS = 30_000;

/** Each minute: orders without a callback are asked about, and refunds on their way are taken further. */
export const main = timer('billing.settle', async (_event, context) => {
  const due = await payments.findDue(context.now, AT_ONCE);
  const goesOn = (): boolean => now() - context.now < LASTS_MS;
  await fewAtOnce(due, SIDE_BY_SIDE, (payment) => settle(payment, context), goesOn);
});

async function settle({ _id: paymentId, refunds }: PaymentRecord, context: WorkContext): Promise<void> {
  try {
    await settleOrder(paymentId, context);
    for (const { refundId } of refunds) await advanceRefund({ paymentId, refundId }, context);
  } catch (thrown) {
    // One payment that cannot be settled must not keep the others waiting.
    const { traceId } = context;
    log({ level: 'error', what: 'unsettled payment', traceId, fault: describeFault(thrown) });
  }
}
