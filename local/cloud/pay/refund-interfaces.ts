import { randomInt } from 'node:crypto';
import { refuse, succeed, type PayAnswer } from './answers';
import { formatCompact, formatReadable } from './china-time';
import type { PayContext } from './context';
import type { PayOrder, Refund } from './records';
import {
  fen,
  namedOrder,
  optionalText,
  ParameterError,
  refundNumber,
  text,
  type PayRequest,
} from './request';

const MOST_PARTS = 50;
const ONE_YEAR_MS = 365 * 24 * 3600 * 1000;

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');

/** Why an order cannot be refunded by this amount, as the interface's code; undefined where it can. */
const obstacle = (order: PayOrder, refundFee: number, context: PayContext): string | undefined => {
  if (order.paidAt === undefined) return 'TRADE_STATE_ERROR';
  if (context.now() - order.paidAt > ONE_YEAR_MS) return 'TRADE_OVERDUE';
  const others = context.ledger.refundsOf(order);
  const refunded = others.reduce((sum, one) => sum + one.refundFee, 0);
  if (refunded === order.totalFee) return 'ERROR';
  if (others.length >= MOST_PARTS) return 'FREQUENCY_LIMITED';
  return refunded + refundFee > order.totalFee ? 'INVALID_REQUEST' : undefined;
};

const accepted = (order: PayOrder, refund: Refund): PayAnswer =>
  succeed(order, {
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    out_refund_no: refund.outRefundNo,
    refund_id: refund.refundId,
    refund_fee: refund.refundFee,
    total_fee: refund.totalFee,
    cash_fee: refund.totalFee,
    cash_refund_fee: refund.refundFee,
    coupon_refund_fee: 0,
    coupon_refund_count: 0,
  });

// A refund that ended as CHANGE is taken up again under its own number, as the documents ask for.
const repeat = async (order: PayOrder, known: Refund, context: PayContext): Promise<PayAnswer> => {
  if (known.state !== 'CHANGE') return accepted(order, known);
  const { now, refundDelayMs, refundEndsAbnormal } = context;
  const again: Refund = {
    ...known,
    state: 'PROCESSING',
    settlesAt: now() + refundDelayMs,
    settlesAs: refundEndsAbnormal() ? 'CHANGE' : 'SUCCESS',
    doneAt: undefined,
  };
  await context.ledger.saveRefund(again);
  context.refundAccepted();
  return accepted(order, again);
};

/** Accepts a refund; it is done later. The same number with the same amounts is one refund. */
export async function refund(request: PayRequest, context: PayContext): Promise<PayAnswer> {
  const merchant = { appid: context.appid, subMchId: text(request, 'sub_mch_id', 32) };
  const outRefundNo = refundNumber(request);
  const refundFee = fen(request, 'refund_fee');
  const totalFee = fen(request, 'total_fee');
  if (refundFee > totalFee) throw new ParameterError('invalid refund_fee');
  const order = namedOrder(context.ledger, request);
  if (order === undefined) return refuse(merchant, 'ORDERNOTEXIST');
  const known = context.ledger.refund(merchant.subMchId, outRefundNo);
  if (known !== undefined) {
    const same = known.outTradeNo === order.outTradeNo && known.refundFee === refundFee;
    return same && totalFee === order.totalFee
      ? repeat(order, known, context)
      : refuse(merchant, 'REFUND_FEE_MISMATCH');
  }
  if (totalFee !== order.totalFee) return refuse(merchant, 'REFUND_FEE_MISMATCH');
  const code = obstacle(order, refundFee, context);
  if (code !== undefined) return refuse(merchant, code);
  const now = context.now();
  const made: Refund = {
    outRefundNo,
    refundId: `503${formatCompact(now)}${digits(11)}`,
    outTradeNo: order.outTradeNo,
    subMchId: order.subMchId,
    transactionId: order.transactionId ?? '',
    totalFee,
    refundFee,
    description: optionalText(request, 'refund_desc', 80),
    functionName: optionalText(request, 'function_name', 64),
    state: 'PROCESSING',
    acceptedAt: now,
    settlesAt: now + context.refundDelayMs,
    settlesAs: context.refundEndsAbnormal() ? 'CHANGE' : 'SUCCESS',
    doneAt: undefined,
  };
  await Promise.all([
    context.ledger.saveRefund(made),
    context.ledger.saveOrder({ ...order, state: 'REFUND' }),
  ]);
  context.refundAccepted();
  return accepted(order, made);
}

const matches = (one: Refund, request: PayRequest): boolean => {
  const { refund_id: refundId, out_refund_no: number, transaction_id: transaction } = request;
  if (typeof refundId === 'string' && refundId !== '') return one.refundId === refundId;
  if (typeof number === 'string' && number !== '') return one.outRefundNo === number;
  if (typeof transaction === 'string' && transaction !== '') return one.transactionId === transaction;
  return one.outTradeNo === request['out_trade_no'];
};

const numbered = (one: Refund, index: number): PayAnswer => ({
  [`out_refund_no_${index}`]: one.outRefundNo,
  [`refund_id_${index}`]: one.refundId,
  [`refund_channel_${index}`]: 'ORIGINAL',
  [`refund_fee_${index}`]: one.refundFee,
  [`refund_status_${index}`]: one.state,
  [`refund_account_${index}`]: 'REFUND_SOURCE_RECHARGE_FUNDS',
  [`refund_recv_accout_${index}`]: '支付用户零钱',
  ...(one.doneAt === undefined ? {} : { [`refund_success_time_${index}`]: formatReadable(one.doneAt) }),
});

/** Tells where refunds stand, each under its index: `refund_status_0`, `refund_fee_0` and so on. */
export function queryRefund(request: PayRequest, context: PayContext): PayAnswer {
  const merchant = { appid: context.appid, subMchId: text(request, 'sub_mch_id', 32) };
  const mine = context.ledger.refunds().filter((one) => one.subMchId === merchant.subMchId);
  const found = mine.filter((one) => matches(one, request));
  const first = found[0];
  if (first === undefined) return refuse(merchant, 'REFUNDNOTEXIST');
  return succeed(merchant, {
    transaction_id: first.transactionId,
    out_trade_no: first.outTradeNo,
    total_fee: first.totalFee,
    cash_fee: first.totalFee,
    refund_count: found.length,
    ...Object.fromEntries(found.flatMap((one, index) => Object.entries(numbered(one, index)))),
  });
}
