import type { PaymentRequest } from '@core/contract/billing';
import { fen, type Fen } from '@core/domain/money';
import { compactTime, instantOfCompactTime } from './pay-time';
import { refundState, type RefundState } from './refund-notice';
import { weChatCloud } from './sdk';

/** What an order is opened with. Repeating it with the same fields answers the same order. */
export interface OrderRequest {
  /** out_trade_no, at most 32 characters. */
  readonly paymentId: string;
  readonly amountFen: Fen;
  /** What the patient reads in WeChat's payment list; no name, no clinic. */
  readonly description: string;
  readonly expiresAt: number;
}

export type OpenAnswer =
  | { readonly state: 'open'; readonly request: PaymentRequest }
  | { readonly state: 'paid' | 'closed' | 'refused' };

export type OrderAnswer =
  | {
      readonly state: 'paid';
      readonly transactionId: string;
      readonly amountFen: Fen;
      readonly paidAt: number;
    }
  | { readonly state: 'unpaid' | 'closed' | 'unknown' };

export interface RefundRequest {
  readonly paymentId: string;
  /** out_refund_no, reused by every retry. */
  readonly refundId: string;
  readonly paidFen: Fen;
  readonly amountFen: Fen;
}

const PAY_CALLBACK = 'billing-pay-callback';
const REFUND_CALLBACK = 'billing-refund-callback';
/** WeChat wants an address of the payer's terminal; a cloud function has none to give. */
const TERMINAL_ADDRESS = '127.0.0.1';

const merchant = (): { subMchId: string } => ({ subMchId: process.env['YILUTONG_SUB_MCH_ID'] ?? '' });
const environment = (): string => weChatCloud().getWXContext().ENV ?? '';

type Fields = Record<string, unknown>;

const isSuccess = (answer: Fields): boolean =>
  answer['returnCode'] === 'SUCCESS' && answer['resultCode'] === 'SUCCESS';

/**
 * wx-server-sdk 4.0.2 overwrites the provider's `errCode` with its own 0, so the code is read from the sentence that goes
 * with it (WeChat Pay API v2, error codes of orderquery, closeorder, unifiedorder and refundquery).
 */
const CODE_OF_SENTENCE: Readonly<Record<string, string>> = {
  该订单已支付: 'ORDERPAID',
  订单已支付: 'ORDERPAID',
  订单已关闭: 'ORDERCLOSED',
  该订单已关闭: 'ORDERCLOSED',
  订单不存在: 'ORDERNOTEXIST',
  此交易订单号不存在: 'ORDERNOTEXIST',
  退款订单查询失败: 'REFUNDNOTEXIST',
};

const errorOf = (answer: Fields): string => {
  const { errCode, errCodeDes } = answer;
  if (typeof errCode === 'string' && errCode !== '') return errCode;
  return typeof errCodeDes === 'string' ? (CODE_OF_SENTENCE[errCodeDes] ?? '') : '';
};
const textOf = (answer: Fields, field: string): string => {
  const value = answer[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** WeChat Pay by cloudPay. Every answer but a clear one is `unknown` or `refused`: nothing is believed that it did not say. */
export const payGateway = {
  async openOrder(order: OrderRequest): Promise<OpenAnswer> {
    const answer = await weChatCloud().cloudPay.unifiedOrder({
      ...merchant(),
      functionName: PAY_CALLBACK,
      envId: environment(),
      nonceStr: order.paymentId,
      body: order.description,
      outTradeNo: order.paymentId,
      totalFee: order.amountFen,
      spbillCreateIp: TERMINAL_ADDRESS,
      timeExpire: compactTime(order.expiresAt),
      tradeType: 'JSAPI',
    });
    if (isSuccess(answer)) return { state: 'open', request: answer['payment'] as PaymentRequest };
    if (errorOf(answer) === 'ORDERPAID') return { state: 'paid' };
    if (errorOf(answer) === 'ORDERCLOSED') return { state: 'closed' };
    return { state: 'refused' };
  },

  async queryOrder(paymentId: string): Promise<OrderAnswer> {
    const answer = await weChatCloud().cloudPay.queryOrder({
      ...merchant(),
      outTradeNo: paymentId,
      nonceStr: paymentId,
    });
    if (!isSuccess(answer)) return { state: errorOf(answer) === 'ORDERNOTEXIST' ? 'closed' : 'unknown' };
    switch (answer['tradeState']) {
      case 'SUCCESS':
      case 'REFUND':
        return {
          state: 'paid',
          transactionId: textOf(answer, 'transactionId'),
          amountFen: fen(Number(answer['totalFee'])),
          paidAt: instantOfCompactTime(textOf(answer, 'timeEnd')),
        };
      case 'CLOSED':
      case 'REVOKED':
        return { state: 'closed' };
      case 'NOTPAY':
      case 'PAYERROR':
        return { state: 'unpaid' };
      default:
        return { state: 'unknown' };
    }
  },

  /** `closed` means for good. An order that WeChat never saw cannot be paid either. */
  async closeOrder(paymentId: string): Promise<'closed' | 'paid' | 'unknown'> {
    const answer = await weChatCloud().cloudPay.closeOrder({
      ...merchant(),
      outTradeNo: paymentId,
      nonceStr: paymentId,
    });
    if (isSuccess(answer)) return 'closed';
    const error = errorOf(answer);
    if (error === 'ORDERCLOSED' || error === 'ORDERNOTEXIST') return 'closed';
    return error === 'ORDERPAID' ? 'paid' : 'unknown';
  },

  /** Accepted is not done: `queryRefund` tells. */
  async refund(request: RefundRequest): Promise<'accepted' | 'failed'> {
    const answer = await weChatCloud().cloudPay.refund({
      ...merchant(),
      functionName: REFUND_CALLBACK,
      envId: environment(),
      nonceStr: request.refundId,
      outTradeNo: request.paymentId,
      outRefundNo: request.refundId,
      totalFee: request.paidFen,
      refundFee: request.amountFen,
    });
    return isSuccess(answer) ? 'accepted' : 'failed';
  },

  async queryRefund(refundId: string): Promise<RefundState | 'none' | 'busy' | 'untold'> {
    const answer = await weChatCloud().cloudPay.queryRefund({
      ...merchant(),
      outRefundNo: refundId,
      nonceStr: refundId,
    });
    if (!isSuccess(answer)) return errorOf(answer) === 'REFUNDNOTEXIST' ? 'none' : 'busy';
    const state = refundState(answer['refundStatus0'] ?? answer['refundStatus_0']);
    // [COMM] Seen since 2023: the count is right and everything said of each single refund is missing.
    return state ?? (Number(answer['refundCount']) > 0 ? 'untold' : 'busy');
  },
};
