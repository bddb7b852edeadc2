import type { OrderLineView, OrderView, ServiceItem } from '@core/contract/clinic-views';
import type { OrderCategory } from '@core/domain/clinic/order';
import { addFen, fen, formatFen, ZERO_FEN } from '@core/domain/money';

export const CATEGORY: Readonly<Record<OrderCategory, string>> = {
  laboratory: '检验',
  imaging: '检查',
  drug: '药品',
  treatment: '治疗',
};

/** A line of an order, as the doctor reads it. */
export interface LineRow {
  readonly lineId: string;
  readonly name: string;
  /** ¥45.00 × 2 */
  readonly amount: string;
  readonly state: string;
  readonly tone: 'info' | 'success' | 'warning' | 'danger';
  /** The doctor can still take it back. */
  readonly cancellable: boolean;
  readonly note: string;
}

export interface OrderRow {
  readonly orderId: string;
  readonly billId: string;
  readonly total: string;
  /** Something of it is still to be paid. */
  readonly unpaid: boolean;
  readonly lines: readonly LineRow[];
}

type StateWords = Pick<LineRow, 'state' | 'tone'>;

function stateOf({ state, paid, cancelReason, feeFen }: OrderLineView): StateWords {
  switch (state) {
    case 'executed':
      return { state: '已完成', tone: 'success' };
    case 'cancelled':
      return { state: paid ? '已取消，等执行科室确认' : '已取消', tone: 'warning' };
    case 'not-done':
      return { state: cancelReason === null ? '科室说没有做' : '没有做，可以退费', tone: 'warning' };
    case 'refunded':
      return { state: '已退费', tone: 'info' };
    case 'ordered':
      return paid
        ? { state: feeFen === ZERO_FEN ? '不收费' : '已付费，等着做', tone: 'info' }
        : { state: '等付费', tone: 'warning' };
  }
}

export const amountOf = ({ feeFen, quantity }: Pick<OrderLineView, 'feeFen' | 'quantity'>) =>
  fen(feeFen * quantity);

function lineRow(line: OrderLineView): LineRow {
  const { lineId, name, feeFen, quantity, state, cancelReason, notDoneReason } = line;
  const reasons = [
    cancelReason === null ? '' : `医生：${cancelReason}`,
    notDoneReason === null ? '' : `科室：${notDoneReason}`,
  ];
  return {
    lineId,
    name,
    amount: quantity === 1 ? formatFen(feeFen) : `${formatFen(feeFen)} × ${String(quantity)}`,
    ...stateOf(line),
    cancellable: state === 'ordered' || (state === 'not-done' && cancelReason === null),
    note: reasons.filter((reason) => reason !== '').join('；'),
  };
}

const waits = ({ paid, state }: OrderLineView): boolean => !paid && state === 'ordered';

/** An order with what is still to be paid of it. */
export function orderRow({ orderId, billId, lines }: OrderView): OrderRow {
  const unpaid = lines.filter(waits);
  const total = addFen(...unpaid.map(amountOf));
  return { orderId, billId, total: formatFen(total), unpaid: unpaid.length > 0, lines: lines.map(lineRow) };
}

/** An item in the basket of an order that is being written. */
export interface Chosen {
  readonly item: ServiceItem;
  readonly quantity: number;
}

export const basketTotal = (basket: readonly Chosen[]): string =>
  formatFen(addFen(...basket.map(({ item, quantity }) => amountOf({ feeFen: item.feeFen, quantity }))));
