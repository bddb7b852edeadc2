import { mayRefund } from '@core/domain/billing/refund-progress';
import { countsAsPrinted, isInvoiceOut } from '@core/domain/billing/invoice';
import type { Fen } from '@core/domain/money';
import type { WorkContext } from '../_kernel/call-context';
import type { PaymentRecord, RefundRecord } from '../_store/payments';
import { posted } from './payment-changes';

export interface WantedRefund {
  readonly refundId: string;
  readonly amountFen: Fen;
  readonly rule: string;
}

/**
 * A payment with one more refund entered. Cash is counted out by whoever enters it, so that refund is done at once.
 * @throws Error where it would be more than was paid: nothing is refunded beyond that, whoever asks.
 */
export function enteredRefund(
  payment: PaymentRecord,
  wanted: WantedRefund,
  context: WorkContext,
): PaymentRecord {
  if (payment.state !== 'paid') throw new Error('A refund of something that is not paid');
  if (!mayRefund(payment.amountFen, payment.refunds, wanted.amountFen))
    throw new Error('A refund of more than was paid');
  const isCash = payment.channel === 'cash';
  const refund: RefundRecord = {
    ...wanted,
    state: isCash ? 'done' : 'requested',
    attempts: 0,
    nextAttemptAt: isCash ? null : context.now,
    owner: null,
    requestedAt: context.now,
    changedAt: context.now,
  };
  const entered = posted(payment, 'refund-requested', wanted.amountFen, context);
  const next = { ...entered, refunds: [...payment.refunds, refund] };
  return isCash ? posted(next, 'refund-done', wanted.amountFen, context) : { ...next, dueAt: context.now };
}

/** The paper of a payment of which something went back: the window has it, or it no longer counts. */
export function invoiceAfterRefund(
  payment: PaymentRecord,
  atWindow: boolean,
): Pick<PaymentRecord, 'invoice'> {
  const { invoice } = payment;
  if (!invoice || !countsAsPrinted(invoice) || !isInvoiceOut(invoice)) return {};
  return { invoice: { ...invoice, state: atWindow ? 'surrendered' : 'voided' } };
}
