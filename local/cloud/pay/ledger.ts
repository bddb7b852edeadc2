import type { RecordStore } from '../record-store';
import type { Delivery, PayOrder, Refund } from './records';
import { Shelf } from './shelf';

const keyOf = (subMchId: string, number: string): string => `${subMchId}/${number}`;

/** Orders, refunds and callbacks, with the ways in which requests name them. */
export class Ledger {
  readonly #orders: Shelf<PayOrder>;
  readonly #refunds: Shelf<Refund>;
  readonly #deliveries: Shelf<Delivery>;
  readonly #byPrepayment = new Map<string, string>();
  readonly #byTransaction = new Map<string, string>();
  readonly #refundsOf = new Map<string, Set<string>>();

  constructor(store: RecordStore) {
    this.#orders = new Shelf({
      store,
      kind: 'pay-order',
      idOf: ({ subMchId, outTradeNo }) => keyOf(subMchId, outTradeNo),
      isOpen: ({ state }) => state === 'USERPAYING',
      lacking: ({ createdAt }) => ({ prepaidAt: createdAt, bankAnswersAt: undefined }),
    });
    this.#refunds = new Shelf({
      store,
      kind: 'pay-refund',
      idOf: ({ subMchId, outRefundNo }) => keyOf(subMchId, outRefundNo),
      isOpen: ({ state }) => state === 'PROCESSING',
    });
    this.#deliveries = new Shelf<Delivery>({
      store,
      kind: 'pay-callback',
      idOf: ({ id }) => id,
      isOpen: ({ state }) => state === 'waiting' || state === 'held',
      lacking: () => ({ createdAt: 0, forged: false }),
    });
    this.orders().forEach((order) => this.#indexOrder(order));
    this.refunds().forEach((refund) => this.#indexRefund(refund));
  }

  order(subMchId: string, outTradeNo: string): PayOrder | undefined {
    return this.#orders.get(keyOf(subMchId, outTradeNo));
  }

  orderOfPrepayment(prepayId: string): PayOrder | undefined {
    return this.#orders.get(this.#byPrepayment.get(prepayId) ?? '');
  }

  orderOfTransaction(transactionId: string): PayOrder | undefined {
    return this.#orders.get(this.#byTransaction.get(transactionId) ?? '');
  }

  orders(): PayOrder[] {
    return this.#orders.all();
  }

  /** Orders whose bank has not answered. */
  payingOrders(): PayOrder[] {
    return this.#orders.open();
  }

  refund(subMchId: string, outRefundNo: string): Refund | undefined {
    return this.#refunds.get(keyOf(subMchId, outRefundNo));
  }

  refunds(): Refund[] {
    return this.#refunds.all();
  }

  processingRefunds(): Refund[] {
    return this.#refunds.open();
  }

  /** In the order of their acceptance. */
  refundsOf({ subMchId, outTradeNo }: Pick<PayOrder, 'subMchId' | 'outTradeNo'>): Refund[] {
    const numbers = this.#refundsOf.get(keyOf(subMchId, outTradeNo)) ?? [];
    return [...numbers].flatMap((number) => this.#refunds.get(number) ?? []);
  }

  delivery(id: string): Delivery | undefined {
    return this.#deliveries.get(id);
  }

  deliveries(): Delivery[] {
    return this.#deliveries.all();
  }

  /** Callbacks that are still to be delivered. */
  openDeliveries(): Delivery[] {
    return this.#deliveries.open();
  }

  saveOrder(order: PayOrder): Promise<void> {
    const saved = this.#orders.save(order);
    this.#indexOrder(order);
    return saved;
  }

  saveRefund(refund: Refund): Promise<void> {
    const saved = this.#refunds.save(refund);
    this.#indexRefund(refund);
    return saved;
  }

  saveDelivery(delivery: Delivery): Promise<void> {
    return this.#deliveries.save(delivery);
  }

  #indexOrder({ subMchId, outTradeNo, prepayId, transactionId }: PayOrder): void {
    const key = keyOf(subMchId, outTradeNo);
    this.#byPrepayment.set(prepayId, key);
    if (transactionId !== undefined) this.#byTransaction.set(transactionId, key);
  }

  #indexRefund({ subMchId, outTradeNo, outRefundNo }: Refund): void {
    const key = keyOf(subMchId, outTradeNo);
    const numbers = this.#refundsOf.get(key) ?? new Set<string>();
    this.#refundsOf.set(key, numbers.add(keyOf(subMchId, outRefundNo)));
  }
}
