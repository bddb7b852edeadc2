import type { Clock } from '../clock/clock';
import type { FaultBoard } from '../faults/faults';
import type { Answers } from './answers';
import type { Callbacks } from './callbacks';
import { formatCompact } from './china-time';
import { paymentEvent } from './events';
import type { Ledger } from './ledger';
import type { Random } from './random';
import type { PayOrder } from './records';
import { isPrepaymentOver } from './unified-order';

export const PAY_CHOICES = ['succeed', 'cancel', 'fail', 'succeed-late'] as const;

/** What the user does at the payment sheet; `succeed-late` pays, but the callback comes late. */
export type PayChoice = (typeof PAY_CHOICES)[number];

export interface CashierOptions {
  ledger: Ledger;
  clock: Clock;
  faults: FaultBoard;
  random: Random;
  answers: Answers;
  callbacks: Callbacks;
  /** To be called when a bank takes its time. */
  bankAsked: () => void;
}

/** Virtual milliseconds that a slow bank takes where the fault does not say. */
const SLOW_BANK_MS = 60_000;

/** The payment sheet: what the user chooses there, and what becomes of it at the bank. */
export class Cashier {
  constructor(private readonly options: CashierOptions) {}

  /**
   * The user's choice at the payment sheet for `prepay_id=...`; answers what `wx.requestPayment`
   * reports. Only the user the order was made for may choose.
   */
  async choose(packageText: string, choice: PayChoice, openid: string): Promise<string> {
    const { ledger, clock } = this.options;
    const order = ledger.orderOfPrepayment(packageText.replace(/^prepay_id=/, ''));
    if (order === undefined || packageText !== `prepay_id=${order.prepayId}`)
      return 'requestPayment:fail 预支付订单不存在';
    if (order.openid !== openid) return 'requestPayment:fail 支付者与下单者不一致';
    if (choice === 'cancel') return 'requestPayment:fail cancel';
    const obstacle = obstacleTo(order, clock.now());
    if (obstacle !== undefined) return `requestPayment:fail ${obstacle}`;
    if (choice === 'fail') return 'requestPayment:fail 支付失败';
    return this.askBank(order, choice === 'succeed-late');
  }

  /** Instant at which the next slow bank answers. */
  nextAnswer(): number | undefined {
    const times = this.options.ledger.payingOrders().flatMap(({ bankAnswersAt }) => bankAnswersAt ?? []);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Completes the payments whose bank has answered by now. */
  async settle(): Promise<void> {
    const now = this.options.clock.now();
    const due = this.options.ledger.payingOrders().filter(({ bankAnswersAt = 0 }) => bankAnswersAt <= now);
    await Promise.all(due.map((order) => this.complete(order, order.bankAnswersAt ?? now)));
  }

  private async askBank(order: PayOrder, late: boolean): Promise<string> {
    const { ledger, clock, faults, bankAsked } = this.options;
    const operation = { function: order.functionName };
    if (faults.strike('bank-error', operation)) {
      await ledger.saveOrder({ ...order, state: 'PAYERROR' });
      return 'requestPayment:fail 银行系统异常';
    }
    const slow = faults.strike('bank-slow', operation);
    if (slow !== undefined) {
      const bankAnswersAt = clock.now() + (slow.ms ?? SLOW_BANK_MS);
      await ledger.saveOrder({ ...order, state: 'USERPAYING', bankAnswersAt });
      bankAsked();
      return 'requestPayment:fail 支付结果未知';
    }
    await this.complete(order, clock.now(), late);
    return 'requestPayment:ok';
  }

  // Stored together: a payment whose callback was forgotten in a crash would never be told.
  private async complete(order: PayOrder, paidAt: number, late = false): Promise<void> {
    const { ledger, callbacks, answers, random } = this.options;
    const paid: PayOrder = {
      ...order,
      state: 'SUCCESS',
      paidAt,
      bankAnswersAt: undefined,
      transactionId: `4200000${formatCompact(paidAt).slice(0, 8)}${random.digits(13)}`,
    };
    const event = { ...answers.callbackHead(paid), ...paymentEvent(paid) };
    const { functionName } = paid;
    await Promise.all([ledger.saveOrder(paid), callbacks.enqueue({ functionName, event, late })]);
  }
}

// The wording at the phone is a guess but for the two of the platform's own: ok and cancel. [MEM]
function obstacleTo(order: PayOrder, now: number): string | undefined {
  if (order.state === 'CLOSED') return '订单已关闭';
  if (order.state === 'USERPAYING') return '订单支付中';
  if (order.state !== 'NOTPAY' && order.state !== 'PAYERROR') return '该订单已支付';
  const expired = order.expiresAt !== undefined && order.expiresAt <= now;
  return expired || isPrepaymentOver(order, now) ? '订单已过期' : undefined;
}
