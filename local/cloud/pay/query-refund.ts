import type { PayAnswer } from './answers';
import { formatReadable } from './china-time';
import type { PayContext } from './context';
import type { Refund } from './records';
import { namedOrder, optionalCount, ParameterError, text, type PayRequest } from './request';

/** Refunds of one order that an answer holds; more come by `offset` (refund query, paging). */
const PAGE = 10;

/**
 * What the answer holds instead of details where they are hidden. [COMM] Seen from cloudPay in
 * 2023 and later: the count is right, and all lists are empty.
 */
const EMPTY_LISTS = Object.fromEntries(
  ['out_refund_no', 'refund_id', 'refund_fee', 'refund_status', 'refund_account', 'refund_recv_accout'].map(
    (name) => [`${name}_list`, []],
  ),
);

const named = (request: PayRequest, name: string): string | undefined => {
  const value = request[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The refunds that a request names: refund_id > out_refund_no > transaction_id > out_trade_no. */
const find = (request: PayRequest, { ledger }: PayContext, subMchId: string): Refund[] => {
  const refundId = named(request, 'refund_id');
  if (refundId !== undefined)
    return ledger.refunds().filter((one) => one.subMchId === subMchId && one.refundId === refundId);
  const number = named(request, 'out_refund_no');
  if (number !== undefined) return [ledger.refund(subMchId, number)].flatMap((one) => one ?? []);
  const order = namedOrder(ledger, request);
  return order === undefined ? [] : ledger.refundsOf(order);
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
  const found = find(request, context, merchant.subMchId);
  const [first] = found;
  if (first === undefined) return context.answers.refuse(merchant, 'REFUNDNOTEXIST');
  const offset = optionalCount(request, 'offset') ?? 0;
  if (offset > found.length) throw new ParameterError('invalid offset');
  const page = found.slice(offset, offset + PAGE);
  const details = context.faults.hidesRefundDetails() ? [EMPTY_LISTS] : page.map(numbered);
  return context.answers.succeed(merchant, {
    transaction_id: first.transactionId,
    out_trade_no: first.outTradeNo,
    total_fee: first.totalFee,
    cash_fee: first.totalFee,
    total_refund_count: found.length,
    refund_count: page.length,
    ...Object.fromEntries(details.flatMap((one) => Object.entries(one))),
  });
}
