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
  /** Who counts out cash that is owed while nobody stands at the window. */
  readonly owner: string;
}

/** Cash that was charged too much (A8) is entered by nobody's hand: it lies in the till until it is fetched. */
const isCountedOut = ({ rule }: WantedRefund): boolean => rule !== 'A8';

/**
 * A payment with one more refund entered. Cash that the window decides about is counted out in the same act, so that refund
 * is done at once.
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
  const { owner, ...asked } = wanted;
  const state = !isCash ? 'requested' : isCountedOut(wanted) ? 'done' : 'needs-staff';
  const refund: RefundRecord = {
    ...asked,
    state,
    attempts: 0,
    nextAttemptAt: isCash ? null : context.now,
    owner: state === 'needs-staff' ? owner : null,
    requestedAt: context.now,
    changedAt: context.now,
  };
  const entered = posted(payment, 'refund-requested', wanted.amountFen, context);
  const next = { ...entered, refunds: [...payment.refunds, refund] };
  if (state === 'requested') return { ...next, dueAt: context.now };
  return state === 'done' ? posted(next, 'refund-done', wanted.amountFen, context) : next;
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
