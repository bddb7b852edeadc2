import type { PayOrder } from './records';
import type { Ledger } from './ledger';

/** A request of a payment interface, in snake_case, as wx-server-sdk sends it. */
export type PayRequest = Readonly<Record<string, unknown>>;

/** A parameter that the interface cannot accept. */
export class ParameterError extends Error {}

const NUMBER = /^[\w*@|-]{1,32}$/;
const REFUND_NUMBER = /^[\w*@|-]{1,64}$/;

/** A required text of at most `longest` characters. */
export function text(request: PayRequest, name: string, longest: number): string {
  const value = request[name];
  if (typeof value !== 'string' || value === '') throw new ParameterError(`缺少参数${name}`);
  if (value.length > longest) throw new ParameterError(`${name}字段长度错误`);
  return value;
}

export function optionalText(request: PayRequest, name: string, longest: number): string | undefined {
  return request[name] === undefined ? undefined : text(request, name, longest);
}

/** A required amount in fen, at least one. */
export function fen(request: PayRequest, name: string): number {
  const value = request[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    throw new ParameterError(`invalid ${name}`);
  return value;
}

export function tradeNumber(request: PayRequest): string {
  const value = text(request, 'out_trade_no', 32);
  if (!NUMBER.test(value)) throw new ParameterError('out_trade_no字段格式错误');
  return value;
}

export function refundNumber(request: PayRequest): string {
  const value = text(request, 'out_refund_no', 64);
  if (!REFUND_NUMBER.test(value)) throw new ParameterError('out_refund_no字段格式错误');
  return value;
}

/** The order a request names by its transaction or, failing that, by the merchant's number. */
export function namedOrder(ledger: Ledger, request: PayRequest): PayOrder | undefined {
  const subMchId = text(request, 'sub_mch_id', 32);
  const transactionId = request['transaction_id'];
  if (typeof transactionId !== 'string' || transactionId === '')
    return ledger.order(subMchId, tradeNumber(request));
  const order = ledger.orderOfTransaction(transactionId);
  return order?.subMchId === subMchId ? order : undefined;
}

/** A count that may be left out. */
export function optionalCount(request: PayRequest, name: string): number | undefined {
  const value = request[name];
  if (value === undefined) return undefined;
  if (!Number.isSafeInteger(value) || Number(value) < 0) throw new ParameterError(`invalid ${name}`);
  return Number(value);
}
