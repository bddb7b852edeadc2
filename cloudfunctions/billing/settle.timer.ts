import { timer } from '../_kernel/deployable';
import { describeFault, log } from '../_kernel/log';
import { payments } from '../_store/payments';
import { advanceRefund } from './advance-refund';
import { settleOrder } from './settle-order';

const AT_ONCE = 50;

/** Each minute: orders without a callback are asked about, and refunds on their way are taken further. */
export const main = timer('billing.settle', async (_event, context) => {
  for (const payment of await payments.findDue(context.now, AT_ONCE)) {
    try {
      await settleOrder(payment._id, context);
      for (const { refundId } of payment.refunds)
        await advanceRefund({ paymentId: payment._id, refundId }, context);
    } catch (thrown) {
      // One payment that cannot be settled must not keep the others waiting.
      log({
        level: 'error',
        what: 'unsettled payment',
        traceId: context.traceId,
        fault: describeFault(thrown),
      });
    }
  }
});
