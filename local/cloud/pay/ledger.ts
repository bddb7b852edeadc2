import type { RecordStore } from '../record-store';
import type { Delivery, PayOrder, Refund } from './records';

const ORDER = 'pay-order';
const REFUND = 'pay-refund';
const DELIVERY = 'pay-callback';

/** Orders, refunds and callbacks: read into memory at start, written through to the store. */
export class Ledger {
  readonly #store: RecordStore;
  readonly #orders = new Map<string, PayOrder>();
  readonly #refunds = new Map<string, Refund>();
  readonly #deliveries = new Map<string, Delivery>();

  constructor(store: RecordStore) {
    this.#store = store;
    for (const { id, value } of store.list(ORDER)) this.#orders.set(id, value as PayOrder);
    for (const { id, value } of store.list(REFUND)) this.#refunds.set(id, value as Refund);
    for (const { id, value } of store.list(DELIVERY)) this.#deliveries.set(id, value as Delivery);
  }

  order(subMchId: string, outTradeNo: string): PayOrder | undefined {
    return this.#orders.get(`${subMchId}/${outTradeNo}`);
  }

  orders(): PayOrder[] {
    return [...this.#orders.values()];
  }

  refund(subMchId: string, outRefundNo: string): Refund | undefined {
    return this.#refunds.get(`${subMchId}/${outRefundNo}`);
  }

  refunds(): Refund[] {
    return [...this.#refunds.values()];
  }

  refundsOf({ subMchId, outTradeNo }: PayOrder): Refund[] {
    return this.refunds().filter((one) => one.subMchId === subMchId && one.outTradeNo === outTradeNo);
  }

  deliveries(): Delivery[] {
    return [...this.#deliveries.values()];
  }

  // The maps change at once, so that two requests never decide on the same old state; the answer
  // waits until the change is durable.
  async saveOrder(order: PayOrder): Promise<void> {
    const id = `${order.subMchId}/${order.outTradeNo}`;
    this.#orders.set(id, order);
    await this.#store.put(ORDER, id, order);
  }

  async saveRefund(refund: Refund): Promise<void> {
    const id = `${refund.subMchId}/${refund.outRefundNo}`;
    this.#refunds.set(id, refund);
    await this.#store.put(REFUND, id, refund);
  }

  async saveDelivery(delivery: Delivery): Promise<void> {
    this.#deliveries.set(delivery.id, delivery);
    await this.#store.put(DELIVERY, delivery.id, delivery);
  }
}
