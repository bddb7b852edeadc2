import type { Ledger } from './ledger';
import type { PayOrder, Refund } from './records';

/** ALL: payments and refunds of the day; SUCCESS: payments; REFUND: refunds. */
export const BILL_TYPES = ['ALL', 'SUCCESS', 'REFUND'] as const;
export type BillType = (typeof BILL_TYPES)[number];

/** One line of a bill: a payment, or a refund with the order it belongs to. Fees are fen. */
export interface BillRow {
  /** When the payment succeeded, or the refund was accepted. */
  at: number;
  order: PayOrder;
  refund: Refund | undefined;
  /** As it was when the bill was made, which is not looked at again. */
  refundState: 'PROCESSING' | 'SUCCESS' | undefined;
  /** What the provider keeps; given back, and so below zero, with a refund. */
  fee: number;
}

/** The last line of a bill; money in fen. */
export interface BillTotals {
  count: number;
  paid: number;
  refunded: number;
  fees: number;
}

/** The bill of one day in UTC+8. */
export interface Bill {
  rows: BillRow[];
  totals: BillTotals;
}

export interface BillOptions {
  /** Midnight in UTC+8 at which the day begins. */
  from: number;
  type: BillType;
  /** All merchants where absent. */
  subMchId: string | undefined;
  feeBasisPoints: number;
}

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * "WeChat begins at nine to make the bill of the day before; it is best fetched after ten"
 * (download of bills): nine is when the states are taken, ten is when it can be had. [DOC]
 */
const MADE_AFTER_MS = DAY_MS + 9 * HOUR_MS;
export const READY_AFTER_MS = DAY_MS + 10 * HOUR_MS;

const feeOf = (amount: number, basisPoints: number): number => Math.round((amount * basisPoints) / 10_000);

const sum = (rows: BillRow[], amount: (row: BillRow) => number): number =>
  rows.reduce((total, row) => total + amount(row), 0);

function paymentRows(ledger: Ledger, feeBasisPoints: number): BillRow[] {
  return ledger.orders().flatMap((order) => {
    if (order.paidAt === undefined) return [];
    const fee = feeOf(order.totalFee, feeBasisPoints);
    return [{ at: order.paidAt, order, refund: undefined, refundState: undefined, fee }];
  });
}

function refundRows(ledger: Ledger, { from, feeBasisPoints }: BillOptions): BillRow[] {
  const madeAt = from + MADE_AFTER_MS;
  return ledger.refunds().flatMap((refund) => {
    const order = ledger.order(refund.subMchId, refund.outTradeNo);
    if (order === undefined) return [];
    const isDone = refund.doneAt !== undefined && refund.doneAt <= madeAt;
    const fee = 0 - feeOf(refund.refundFee, feeBasisPoints);
    return [{ at: refund.acceptedAt, order, refund, refundState: isDone ? 'SUCCESS' : 'PROCESSING', fee }];
  });
}

/** Puts the bill of a day together from the records, in the order of time. */
export function makeBill(ledger: Ledger, options: BillOptions): Bill {
  const { from, type, subMchId, feeBasisPoints } = options;
  const rows = [
    ...(type === 'REFUND' ? [] : paymentRows(ledger, feeBasisPoints)),
    ...(type === 'SUCCESS' ? [] : refundRows(ledger, options)),
  ]
    .filter(
      ({ at, order }) => at >= from && at < from + DAY_MS && order.subMchId === (subMchId ?? order.subMchId),
    )
    .sort((a, b) => a.at - b.at);
  const totals = {
    count: rows.length,
    paid: sum(rows, ({ refund, order }) => (refund === undefined ? order.totalFee : 0)),
    refunded: sum(rows, ({ refund }) => refund?.refundFee ?? 0),
    fees: sum(rows, ({ fee }) => fee),
  };
  return { rows, totals };
}
