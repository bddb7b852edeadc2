import { payCallback } from '../_kernel/deployable';
import { payments } from '../_store/payments';
import { refundNotice } from '../_wechat/refund-notice';
import { advanceRefund } from './advance-refund';

const HANDLED = { errcode: 0, errmsg: 'OK' };
const AGAIN = { errcode: 1, errmsg: 'not settled yet' };

/** WeChat says that a refund ended. It is asked itself how. */
export const main = payCallback('billing.refund-callback', async (event, context) => {
  const notice = refundNotice(event);
  if (!notice) return AGAIN;
  await advanceRefund(notice, context, notice);
  const payment = await payments.findById(notice.paymentId);
  const state = payment?.refunds.find(({ refundId }) => refundId === notice.refundId)?.state;
  // News of money that is back is wanted again until it is written down, also where an earlier try had failed.
  const isHeard =
    state === 'done' || (notice.state !== 'done' && (state === 'failed' || state === 'needs-staff'));
  return isHeard ? HANDLED : AGAIN;
});
