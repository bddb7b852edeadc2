import { randomInt } from 'node:crypto';
import { createAlarm, type Alarm } from '../clock/alarm';
import type { Clock } from '../clock/clock';
import type { FaultBoard, FaultName } from '../faults/faults';
import type { Invocation, InvocationResult } from '../functions/host';
import type { Caller } from '../identity/caller';
import type { RecordStore } from '../record-store';
import { callbackHead, refuse, type PayAnswer } from './answers';
import { Callbacks } from './callbacks';
import { formatCompact } from './china-time';
import type { PayContext } from './context';
import { Ledger } from './ledger';
import { closeOrder, queryOrder } from './order-interfaces';
import type { Delivery, PayOrder, Refund } from './records';
import { refundEvent, paymentEvent } from './events';
import { queryRefund, refund } from './refund-interfaces';
import { ParameterError, type PayRequest } from './request';
import { unifiedOrder } from './unified-order';

export const PAY_CHOICES = ['succeed', 'cancel', 'fail', 'succeed-late'] as const;

/** What the user does at the payment sheet; `succeed-late` pays, but the callback comes late. */
export type PayChoice = (typeof PAY_CHOICES)[number];

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
}

type Interface = (request: PayRequest, context: PayContext) => PayAnswer | Promise<PayAnswer>;

const INTERFACES: Record<string, { run: Interface; fault?: FaultName; code: string }> = {
  unifiedOrder: { run: unifiedOrder, fault: 'pay-fail', code: 'SYSTEMERROR' },
  queryOrder: { run: queryOrder, fault: 'query-fail', code: 'SYSTEMERROR' },
  closeOrder: { run: closeOrder, fault: 'close-fail', code: 'SYSTEMERROR' },
  refund: { run: refund, fault: 'refund-fail', code: 'NOTENOUGH' },
  queryRefund: { run: queryRefund, fault: 'query-fail', code: 'SYSTEMERROR' },
};

const REFUND_DELAY_MS = 3000;
const LATE_CALLBACK_MS = 600_000;

/** The payment provider: orders, payments by the user's choice, refunds, and callbacks. */
export class PayService {
  readonly #options: PayOptions;
  readonly #ledger: Ledger;
  readonly #callbacks: Callbacks;
  readonly #refundAlarm: Alarm;

  constructor(options: PayOptions) {
    this.#options = options;
    const { clock, store, invoke } = options;
    this.#ledger = new Ledger(store);
    this.#callbacks = new Callbacks({ ledger: this.#ledger, clock, invoke });
    this.#refundAlarm = createAlarm({
      clock,
      next: () => this.#nextRefund(),
      ring: () => this.#settleRefunds(),
    });
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

  /** Answers a request of `cloud.cloudPay`. A malformed one is an answer too, as the provider does it. */
  async handle(api: string, request: PayRequest, caller: Caller | undefined): Promise<PayAnswer> {
    const { appid, faults } = this.#options;
    const given = request['sub_mch_id'];
    const merchant = { appid, subMchId: typeof given === 'string' ? given : '' };
    const known = Object.hasOwn(INTERFACES, api) ? INTERFACES[api] : undefined;
    if (known === undefined) return refuse(merchant, 'NO_SUCH_API');
    const fault = known.fault && faults.strike(known.fault, { function: caller?.functionName });
    if (fault) return refuse(merchant, fault.code ?? known.code);
    // The clock may have been moved just now: what is due is done before anybody asks.
    await this.#settleRefunds();
    try {
      return await known.run(request, this.#context(caller));
    } catch (error) {
      if (error instanceof ParameterError) return refuse(merchant, 'PARAM_ERROR', error.message);
      throw error;
    }
  }

  /**
   * The user's choice at the payment sheet for `prepay_id=...`; answers what `wx.requestPayment`
   * reports. Only the user the order was made for may choose.
   */
  async choose(packageText: string, choice: PayChoice, openid: string): Promise<{ errMsg: string }> {
    const { clock, lateCallbackMs = LATE_CALLBACK_MS } = this.#options;
    const order = this.#ledger.orders().find(({ prepayId }) => `prepay_id=${prepayId}` === packageText);
    if (order === undefined) return { errMsg: 'requestPayment:fail 预支付订单不存在' };
    if (order.openid !== openid) return { errMsg: 'requestPayment:fail 支付者与下单者不一致' };
    if (choice === 'cancel') return { errMsg: 'requestPayment:fail cancel' };
    const now = clock.now();
    if (order.state === 'CLOSED') return { errMsg: 'requestPayment:fail 订单已关闭' };
    if (order.state !== 'NOTPAY') return { errMsg: 'requestPayment:fail 该订单已支付' };
    if (order.expiresAt !== undefined && order.expiresAt <= now)
      return { errMsg: 'requestPayment:fail 订单已过期' };
    if (choice === 'fail') return { errMsg: 'requestPayment:fail 支付失败' };
    const transactionId = `4200000${formatCompact(now).slice(0, 8)}${String(randomInt(1e12)).padStart(13, '0')}`;
    const paid: PayOrder = { ...order, state: 'SUCCESS', paidAt: now, transactionId };
    const held = choice === 'succeed-late';
    // Stored together: a payment whose callback was forgotten in a crash would never be told.
    await Promise.all([
      this.#ledger.saveOrder(paid),
      this.#callbacks.enqueue({
        functionName: paid.functionName,
        event: { ...callbackHead(paid), ...paymentEvent(paid) },
        at: held ? now + lateCallbackMs : now,
        held,
      }),
    ]);
    return { errMsg: 'requestPayment:ok' };
  }

  /** Lets late callbacks go now; answers how many there were. */
  releaseCallbacks(): Promise<number> {
    return this.#callbacks.release();
  }

  /** Delivers an order's callbacks once more. */
  repeatCallbacks(outTradeNo: string): Promise<number> {
    return this.#callbacks.repeat(outTradeNo);
  }

  /** Resolves when no callback is due or under way; later retries are not waited for. */
  callbacksSettled(): Promise<void> {
    return this.#callbacks.settled();
  }

  async close(): Promise<void> {
    await this.#refundAlarm.stop();
    await this.#callbacks.close();
  }

  #context(caller: Caller | undefined): PayContext {
    const { appid, envId, clock, faults, refundDelayMs = REFUND_DELAY_MS } = this.#options;
    return {
      ledger: this.#ledger,
      appid,
      envId,
      caller,
      refundDelayMs,
      now: () => clock.now(),
      refundEndsAbnormal: () => faults.strike('refund-abnormal') !== undefined,
      refundAccepted: () => this.#refundAlarm.look(),
    };
  }

  #nextRefund(): number | undefined {
    const times = this.refunds().flatMap((one) => (one.state === 'PROCESSING' ? [one.settlesAt] : []));
    return times.length === 0 ? undefined : Math.min(...times);
  }

  // All at once, before anything is waited for: a second call finds nothing left to settle.
  async #settleRefunds(): Promise<void> {
    const now = this.#options.clock.now();
    const due = this.refunds().filter((one) => one.state === 'PROCESSING' && one.settlesAt <= now);
    await Promise.all(
      due.flatMap((one) => {
        const doneAt = one.settlesAs === 'SUCCESS' ? now : undefined;
        const done: Refund = { ...one, state: one.settlesAs, doneAt };
        return [this.#ledger.saveRefund(done), this.#tellRefund(done, now)];
      }),
    );
  }

  async #tellRefund(done: Refund, at: number): Promise<void> {
    const { functionName, subMchId } = done;
    if (functionName === undefined) return;
    const merchant = { appid: this.#options.appid, subMchId };
    const event = { ...callbackHead(merchant), ...refundEvent(done) };
    await this.#callbacks.enqueue({ functionName, event, at, held: false });
  }
}
