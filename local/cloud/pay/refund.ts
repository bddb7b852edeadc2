import { SENTENCE, type PayAnswer } from './answers';
import { formatCompact } from './china-time';
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

/** Rules of the refund interface (API v2): parts of one order, and days after its payment. */
const MOST_PARTS = 50;
const ONE_YEAR_MS = 365 * 24 * 3600 * 1000;

// What could not be sent back counts as refunded: its number is still to be taken up again.
const refundedSum = (order: PayOrder, { ledger }: PayContext): number =>
  ledger.refundsOf(order).reduce((sum, { refundFee }) => sum + refundFee, 0);

/** Why an order cannot be refunded by this amount, as a code and a sentence of its own. */
const obstacle = (order: PayOrder, refundFee: number, context: PayContext): [string, string?] | undefined => {
  // "An order that was not paid cannot be refunded" is what the documents say of this code.
  if (order.paidAt === undefined) return ['ORDERNOTEXIST'];
  if (context.now() - order.paidAt > ONE_YEAR_MS) return ['TRADE_OVERDUE'];
  const refunded = refundedSum(order, context);
  if (refunded === order.totalFee) return ['ERROR'];
  if (context.ledger.refundsOf(order).length >= MOST_PARTS)
    return ['FREQUENCY_LIMITED', SENTENCE.tooManyParts];
  return refunded + refundFee > order.totalFee ? ['INVALID_REQUEST', SENTENCE.tooMuch] : undefined;
};

const accepted = (order: PayOrder, refund: Refund, { answers }: PayContext): PayAnswer =>
  answers.succeed(order, {
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

// A refund that failed is taken up again under its own number, as the documents ask for.
const repeat = async (order: PayOrder, known: Refund, context: PayContext): Promise<PayAnswer> => {
  if (known.state === 'PROCESSING' || known.state === 'SUCCESS') return accepted(order, known, context);
  const again: Refund = {
    ...known,
    state: 'PROCESSING',
    settlesAt: context.now() + context.refundDelayMs,
    settlesAs: context.faults.nextRefundEnd(),
    doneAt: undefined,
  };
  await context.ledger.saveRefund(again);
  context.refundAccepted();
  return accepted(order, again, context);
};

const make = (order: PayOrder, request: PayRequest, context: PayContext): Refund => {
  const now = context.now();
  return {
    outRefundNo: refundNumber(request),
    refundId: `503${formatCompact(now)}${context.random.digits(11)}`,
    outTradeNo: order.outTradeNo,
    subMchId: order.subMchId,
    transactionId: order.transactionId ?? '',
    totalFee: order.totalFee,
    refundFee: fen(request, 'refund_fee'),
    description: optionalText(request, 'refund_desc', 80),
    functionName: optionalText(request, 'function_name', 64),
    state: 'PROCESSING',
    acceptedAt: now,
    settlesAt: now + context.refundDelayMs,
    settlesAs: context.faults.nextRefundEnd(),
    doneAt: undefined,
  };
};

/** Accepts a refund; it is done later. The same number with the same amounts is one refund. */
export async function refund(request: PayRequest, context: PayContext): Promise<PayAnswer> {
  const { ledger, answers, appid } = context;
  const merchant = { appid, subMchId: text(request, 'sub_mch_id', 32) };
  const outRefundNo = refundNumber(request);
  const refundFee = fen(request, 'refund_fee');
  const totalFee = fen(request, 'total_fee');
  if (refundFee > totalFee) throw new ParameterError('invalid refund_fee');
  const order = namedOrder(ledger, request);
  if (order === undefined) return answers.refuse(merchant, 'ORDERNOTEXIST');
  const known = ledger.refund(merchant.subMchId, outRefundNo);
  const isOther =
    known !== undefined && (known.outTradeNo !== order.outTradeNo || known.refundFee !== refundFee);
  if (isOther || totalFee !== order.totalFee) return answers.refuse(merchant, 'REFUND_FEE_MISMATCH');
  if (known !== undefined) return repeat(order, known, context);
  const refusal = obstacle(order, refundFee, context);
  if (refusal !== undefined) return answers.refuse(merchant, ...refusal);
  const made = make(order, request, context);
  await Promise.all([ledger.saveRefund(made), ledger.saveOrder({ ...order, state: 'REFUND' })]);
  context.refundAccepted();
  return accepted(order, made, context);
}
