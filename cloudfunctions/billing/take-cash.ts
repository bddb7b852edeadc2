import type { Fen } from '@core/domain/money';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { refuse } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { payments, type PaymentRecord } from '../_store/payments';
import { paidPaymentOf, TILL } from './order-turns';
import { paidRecord } from './paid-record';
import type { Payable } from './payable';
import { takeTurn } from './take-turn';

export interface TakingCash {
  readonly requestId: string;
  /** What the patient agreed to and counted out. */
  readonly amountFen: Fen;
}

/** Long enough for a clerk to finish what was begun. */
const TURN_MS = 10 * MINUTE_MS;

/**
 * Writes down that a sum was paid in cash, once; an order that a phone had opened is closed first. Null where it is done,
 * also where this very request had done it before. ENDED: this can no longer be paid.
 */
export async function takeCash(payable: Payable, taking: TakingCash, context: CallContext) {
  const { requestId, amountFen } = taking;
  const bodyIndex = bodyIndexOf('takeCash', { ...taking, subject: payable.id });
  const before = await paidPaymentOf(payable.id);
  if (before) {
    const replay = replayOf(before.requests, requestId, bodyIndex);
    if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
    return replay === 'same' ? null : refuse('ALREADY_PAID', null);
  }
  if (amountFen !== payable.amountFen) return refuse('AMOUNT_CHANGED', { amountFen: payable.amountFen });
  const till = { accountId: TILL, channel: 'cash' } as const;
  const turn = await takeTurn({ ...payable, orderExpiresAt: context.now + TURN_MS }, till, context);
  if (turn === 'paid') return refuse('ALREADY_PAID', null);
  if (turn === 'ended') return refuse('ENDED', null);
  if (turn === 'busy') return refuse('CASH_NOT_NOW', null);
  const accepted = { requestId, bodyIndex, at: context.now };
  return untilSaved(async () => {
    const payment = await payments.findById(turn._id);
    // At another window in this very moment: only one of the two keeps the money.
    if (payment?.state === 'paid')
      return replayOf(payment.requests, requestId, bodyIndex) === 'same'
        ? null
        : refuse('ALREADY_PAID', null);
    if (payment?.state !== 'opening') return refuse('CASH_NOT_NOW', null);
    const noted: PaymentRecord = { ...payment, requests: remember(payment.requests, accepted) };
    const receiving = { transactionId: null, paidAt: context.now };
    return (await paidRecord(noted, receiving, context)) ? null : CHANGED;
  });
}
