import { createAlarm, type Alarm } from '../clock/alarm';
import type { Clock } from '../clock/clock';
import type { FaultBoard } from '../faults/faults';
import type { Invocation, InvocationResult } from '../functions/host';
import type { Caller } from '../identity/caller';
import type { RecordStore } from '../record-store';
import { Answers } from './answers';
import { makeBill, type Bill, type BillType } from './bill';
import { Callbacks } from './callbacks';
import { Cashier, type PayChoice } from './cashier';
import { dayStart } from './china-time';
import type { PayContext } from './context';
import { payInterface, type PayReply } from './interfaces';
import { paymentEvent } from './events';
import { Ledger } from './ledger';
import { PayFaults } from './pay-faults';
import { Random, type RandomBytes } from './random';
import type { Delivery, PayOrder, Refund } from './records';
import { nextRefund, settleRefunds } from './refund-settlement';
import { ParameterError, type PayRequest } from './request';

export { PAY_CHOICES, type PayChoice } from './cashier';

export interface PayOptions {
  store: RecordStore;
  clock: Clock;
  faults: FaultBoard;
  appid: string;
  envId: string;
  invoke: (invocation: Invocation) => Promise<InvocationResult>;
  /** Virtual milliseconds from a refund's acceptance to its end; 3 s where absent. */
  refundDelayMs?: number;
  /** Virtual milliseconds by which a late callback is late; 10 minutes where absent. */
  lateCallbackMs?: number;
  /** What the provider keeps of a payment, in hundredths of a percent; 60 where absent. */
  feeBasisPoints?: number;
  /** Where random numbers come from; the system where absent. */
  random?: RandomBytes;
}

/** Everything the payment provider keeps, as plain data. */
export interface PayLists {
  orders: PayOrder[];
  refunds: Refund[];
  callbacks: Delivery[];
}

/** A callback to be made up: of an order as if it had been paid, with what `event` says otherwise. */
export interface Forgery {
  outTradeNo: string;
  /** The function that the order names where absent. */
  functionName?: string;
  event?: Record<string, unknown>;
}

const REFUND_DELAY_MS = 3000;
const LATE_CALLBACK_MS = 600_000;
/** The usual rate of 0.60 %. */
const FEE_BASIS_POINTS = 60;

/** The payment provider: orders, payments by the user's choice, refunds, bills, and callbacks. */
export class PayService {
  readonly #options: PayOptions;
  readonly #ledger: Ledger;
  readonly #random: Random;
  readonly #answers: Answers;
  readonly #callbacks: Callbacks;
  readonly #cashier: Cashier;
  readonly #alarm: Alarm;

  constructor(options: PayOptions) {
    this.#options = options;
    const { clock, faults, store, invoke } = options;
    const random = new Random(options.random);
    const ledger = new Ledger(store);
    const answers = new Answers(random);
    const lateMs = options.lateCallbackMs ?? LATE_CALLBACK_MS;
    const callbacks = new Callbacks({ ledger, clock, faults, random, invoke, lateMs });
    const bankAsked = (): void => this.#alarm.look();
    this.#cashier = new Cashier({ ledger, clock, faults, random, answers, callbacks, bankAsked });
    this.#ledger = ledger;
    this.#random = random;
    this.#answers = answers;
    this.#callbacks = callbacks;
    this.#alarm = createAlarm({ clock, next: () => this.#nextDue(), ring: () => this.#settle() });
  }

  list(): PayLists {
    return { orders: this.orders(), refunds: this.refunds(), callbacks: this.callbacks() };
  }

  orders(): PayOrder[] {
    return this.#ledger.orders();
  }

  refunds(): Refund[] {
    return this.#ledger.refunds();
  }

  callbacks(): Delivery[] {
    return this.#ledger.deliveries();
  }

  /** The bill of the day `yyyyMMdd` in UTC+8 as it stands, also of a day that is not over. */
  bill(day: string, { type = 'ALL', subMchId }: { type?: BillType; subMchId?: string } = {}): Bill {
    const from = dayStart(day);
    if (from === undefined) throw new Error(`there is no day ${day}`);
    return makeBill(this.#ledger, { from, type, subMchId, feeBasisPoints: this.#feeBasisPoints });
  }

  /** Answers a request of `cloud.cloudPay`. A malformed one is an answer too, as the provider does it. */
  async handle(api: string, request: PayRequest, caller: Caller | undefined): Promise<PayReply> {
    const given = request['sub_mch_id'];
    const merchant = { appid: this.#options.appid, subMchId: typeof given === 'string' ? given : '' };
    const known = payInterface(api);
    if (known === undefined) return this.#answers.refuse(merchant, 'NO_SUCH_API');
    const refuse = (code: string): PayReply => known.refuse?.(code) ?? this.#answers.refuse(merchant, code);
    const faults = new PayFaults(this.#options.faults, caller?.functionName);
    const stopped = faults.codeOf(known.before);
    if (stopped !== undefined) return refuse(stopped);
    // The clock may have been moved just now: what is due is done before anybody asks.
    await this.#settle();
    try {
      const reply = await known.run(request, this.#context(caller, faults));
      const isDone = !Buffer.isBuffer(reply) && reply['result_code'] === 'SUCCESS';
      const unheard = isDone ? faults.codeOf(known.after ?? []) : undefined;
      return unheard === undefined ? reply : refuse(unheard);
    } catch (error) {
      if (error instanceof ParameterError)
        return this.#answers.refuse(merchant, 'PARAM_ERROR', error.message);
      throw error;
    }
  }

  /**
   * The user's choice at the payment sheet for `prepay_id=...`; answers what `wx.requestPayment`
   * reports. Only the user the order was made for may choose.
   */
  async choose(packageText: string, choice: PayChoice, openid: string): Promise<{ errMsg: string }> {
    await this.#settle();
    return { errMsg: await this.#cashier.choose(packageText, choice, openid) };
  }

  /** Lets late callbacks go now; answers how many there were. */
  releaseCallbacks(): Promise<number> {
    return this.#callbacks.release();
  }

  /** Makes an order's callbacks once more, but for forged ones and copies of others; answers how many there were. */
  async repeatCallbacks(outTradeNo: string): Promise<number> {
    const known = this.callbacks().filter(
      ({ event, forged }) => event['outTradeNo'] === outTradeNo && !forged,
    );
    // The nonce of a callback is in its copies, too.
    const different = [...new Map(known.map((one) => [one.event['nonceStr'], one])).values()];
    await Promise.all(different.map((one) => this.#callbacks.repeat(one)));
    return different.length;
  }

  /** Makes one callback once more. */
  repeat(id: string): Promise<void> {
    return this.#callbacks.repeat(this.#callback(id));
  }

  /** Delivers a callback now, whatever its state; answers how it stands then. */
  deliver(id: string): Promise<Delivery> {
    return this.#callbacks.deliver(this.#callback(id));
  }

  /** Delivers what is waiting or held back, one after the other: in the order made, or against it. */
  async deliverInTurn(turn: 'oldest-first' | 'newest-first'): Promise<Delivery[]> {
    const open = this.#ledger.openDeliveries().sort((a, b) => a.createdAt - b.createdAt);
    const delivered: Delivery[] = [];
    for (const { id } of turn === 'oldest-first' ? open : open.reverse())
      delivered.push(await this.deliver(id));
    return delivered;
  }

  /** Loses a callback: it is never delivered, and what it would have told is true nevertheless. */
  drop(id: string): Promise<void> {
    return this.#callbacks.drop(this.#callback(id));
  }

  /** Holds a callback back for so many virtual milliseconds from now. */
  delay(id: string, milliseconds: number): Promise<void> {
    return this.#callbacks.delay(this.#callback(id), milliseconds);
  }

  /** Delivers a callback that the provider never sent, with the source of a true one; nothing else changes. */
  forge({ outTradeNo, functionName, event = {} }: Forgery): Promise<Delivery> {
    const order = this.orders().find((one) => one.outTradeNo === outTradeNo);
    const target = functionName ?? order?.functionName;
    if (target === undefined) throw new Error(`there is no order ${outTradeNo}: name the function`);
    const now = this.#options.clock.now();
    const asPaid = order && {
      ...this.#answers.callbackHead(order),
      ...paymentEvent({ ...order, paidAt: now, transactionId: `4200000${this.#random.digits(21)}` }),
    };
    return this.#callbacks.forge({ functionName: target, event: { outTradeNo, ...asPaid, ...event } });
  }

  /** Resolves when no callback is due or under way; later retries are not waited for. */
  callbacksSettled(): Promise<void> {
    return this.#callbacks.settled();
  }

  async close(): Promise<void> {
    await this.#alarm.stop();
    await this.#callbacks.close();
  }

  get #feeBasisPoints(): number {
    return this.#options.feeBasisPoints ?? FEE_BASIS_POINTS;
  }

  #callback(id: string): Delivery {
    const found = this.#ledger.delivery(id);
    if (found === undefined) throw new Error(`there is no callback ${id}`);
    return found;
  }

  #context(caller: Caller | undefined, faults: PayFaults): PayContext {
    const { appid, envId, clock, refundDelayMs = REFUND_DELAY_MS } = this.#options;
    return {
      ledger: this.#ledger,
      answers: this.#answers,
      random: this.#random,
      appid,
      envId,
      caller,
      refundDelayMs,
      feeBasisPoints: this.#feeBasisPoints,
      now: () => clock.now(),
      faults,
      refundAccepted: () => this.#alarm.look(),
    };
  }

  #nextDue(): number | undefined {
    const times = [nextRefund(this.#ledger), this.#cashier.nextAnswer()].flatMap((time) => time ?? []);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  async #settle(): Promise<void> {
    const { clock, appid } = this.#options;
    const [ledger, answers, callbacks] = [this.#ledger, this.#answers, this.#callbacks];
    await Promise.all([this.#cashier.settle(), settleRefunds({ ledger, clock, answers, callbacks, appid })]);
  }
}
