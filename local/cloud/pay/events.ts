import { formatCompact, formatReadable } from './china-time';
import type { PayOrder, Refund } from './records';

/** What the function named in an order is told of a payment (API v2, payment notification). */
export function paymentEvent(order: PayOrder): Record<string, unknown> {
  return {
    resultCode: 'SUCCESS',
    subOpenid: order.openid,
    isSubscribe: 'N',
    subIsSubscribe: 'N',
    tradeType: 'JSAPI',
    bankType: 'OTHERS',
    feeType: 'CNY',
    totalFee: order.totalFee,
    cashFee: order.totalFee,
    transactionId: order.transactionId,
    outTradeNo: order.outTradeNo,
    ...(order.attach === undefined ? {} : { attach: order.attach }),
    timeEnd: formatCompact(order.paidAt ?? order.createdAt),
  };
}

/** What the function named in a refund is told of its end (API v2, refund notification). */
export function refundEvent(refund: Refund): Record<string, unknown> {
  return {
    transactionId: refund.transactionId,
    outTradeNo: refund.outTradeNo,
    refundId: refund.refundId,
    outRefundNo: refund.outRefundNo,
    totalFee: refund.totalFee,
    settlementTotalFee: refund.totalFee,
    refundFee: refund.refundFee,
    settlementRefundFee: refund.refundFee,
    refundStatus: refund.state,
    ...(refund.doneAt === undefined ? {} : { successTime: formatReadable(refund.doneAt) }),
    refundRecvAccout: '支付用户零钱',
    refundAccount: 'REFUND_SOURCE_RECHARGE_FUNDS',
    refundRequestSource: 'API',
  };
}
