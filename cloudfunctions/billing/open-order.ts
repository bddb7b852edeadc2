import type { OpenedBillOrder } from '@core/contract/billing';
import { accept, refuse } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { payments, type PaymentRecord } from '../_store/payments';
import { payGateway } from '../_wechat/pay-gateway';
import type { Payable } from './payable';
import { savePayment } from './payment-changes';
import { settleOrder } from './settle-order';
import { takeTurn } from './take-turn';

/**
 * Opens an order for the caller, or answers the caller's open one: the same number whatever happens in between. ENDED: this
 * can no longer be paid.
 */
export async function openOrderFor(payable: Payable, context: CallContext) {
  const payer = { accountId: context.caller.accountId, channel: 'wechat' } as const;
  const payment = await takeTurn(payable, payer, context);
  if (payment === 'paid') return refuse('ALREADY_PAID', null);
  if (payment === 'ended') return refuse('ENDED', null);
  if (payment === 'busy') return refuse('PAYMENT_UNAVAILABLE', null);
  if (payment.request) return accept(opened(payment, payment.request));
  return openAtWeChat(payment, payable.description, context);
}

async function openAtWeChat(payment: PaymentRecord, description: string, context: CallContext) {
  const { _id: paymentId, amountFen, orderExpiresAt: expiresAt } = payment;
  const answer = await payGateway.openOrder({ paymentId, amountFen, description, expiresAt });
  if (answer.state === 'paid') {
    await settleOrder(paymentId, context);
    return refuse('ALREADY_PAID', null);
  }
  if (answer.state !== 'open') return refuse('PAYMENT_UNAVAILABLE', null);
  const { request } = answer;
  return untilSaved(async () => {
    const latest = await payments.findById(paymentId);
    if (!latest || latest.state === 'closed' || latest.state === 'closing') return refuse('ENDED', null);
    if (latest.state === 'paid') return refuse('ALREADY_PAID', null);
    const next = { ...latest, state: 'open', request } as const;
    return (await savePayment(next, 'payment.open', [], context)) ? accept(opened(next, request)) : CHANGED;
  });
}

const opened = (payment: PaymentRecord, request: OpenedBillOrder['payment']): OpenedBillOrder => ({
  paymentId: payment._id,
  payment: request,
  amountFen: payment.amountFen,
  expiresAt: payment.orderExpiresAt,
});
