import { payCallback } from '../_kernel/deployable';
import { settleOrder } from './settle-order';

const HANDLED = { errcode: 0, errmsg: 'OK' };
const AGAIN = { errcode: 1, errmsg: 'not settled yet' };

/** WeChat says that an order is paid. It is asked itself before anything is believed. */
export const main = payCallback('billing.pay-callback', async (event, context) => {
  const paymentId = (event as { outTradeNo?: unknown } | null)?.outTradeNo;
  if (typeof paymentId !== 'string') return AGAIN;
  const payment = await settleOrder(paymentId, context);
  return payment?.state === 'paid' ? HANDLED : AGAIN;
});
