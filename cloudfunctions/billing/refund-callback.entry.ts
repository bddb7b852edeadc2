import { payCallback } from '../_kernel/deployable';
import { payments } from '../_store/payments';
import { advanceRefund } from './advance-refund';

const HANDLED = { errcode: 0, errmsg: 'OK' };
const AGAIN = { errcode: 1, errmsg: 'not settled yet' };

/** WeChat says that a refund ended. It is asked itself how. */
export const main = payCallback('billing.refund-callback', async (event, context) => {
  const { outTradeNo, outRefundNo } = (event ?? {}) as { outTradeNo?: unknown; outRefundNo?: unknown };
  if (typeof outTradeNo !== 'string' || typeof outRefundNo !== 'string') return AGAIN;
  await advanceRefund(outTradeNo, outRefundNo, context);
  const payment = await payments.findById(outTradeNo);
  const refund = payment?.refunds.find(({ refundId }) => refundId === outRefundNo);
  return refund && refund.state !== 'requested' && refund.state !== 'accepted' ? HANDLED : AGAIN;
});
