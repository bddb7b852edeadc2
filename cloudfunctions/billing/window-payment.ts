import type { InvoiceView, WindowPayment } from '@core/contract/billing';
import { invoiceActs, NO_INVOICE, type Invoice } from '@core/domain/billing/invoice';
import { addFen, ZERO_FEN } from '@core/domain/money';
import type { PaymentRecord } from '../_store/payments';
import { chainOf, ordersOf } from './order-turns';

/** What the window must know of how something was paid. */
export interface PaidAtWindow {
  readonly payment: PaymentRecord | null;
  readonly invoice: Invoice;
}

export async function paidAtWindow(subjectId: string): Promise<PaidAtWindow> {
  const chain = await chainOf(subjectId);
  const paid = ordersOf(chain).filter(({ state }) => state === 'paid');
  const payment = paid.find(({ _id }) => _id === chain.first?.turns?.paidBy) ?? paid[0] ?? null;
  return { payment, invoice: chain.first?.invoice ?? NO_INVOICE };
}

const NUMBER_DIGITS = 8;

/** Eight digits of what was paid for and how many papers came before: unique, and no name in it. */
const invoiceNumber = (subjectId: string, { serial }: Invoice): string | null =>
  serial === 0 ? null : `${subjectId.slice(-NUMBER_DIGITS).toUpperCase()}-${String(serial)}`;

function invoiceView(subjectId: string, invoice: Invoice, isAllBack: boolean): InvoiceView {
  // A paper is taken back by the refund itself, never without one; and none is made for money that went back.
  const acts = invoiceActs(invoice).filter((act) => act === 'void' || (act !== 'surrender' && !isAllBack));
  return { state: invoice.state, number: invoiceNumber(subjectId, invoice), copies: invoice.copies, acts };
}

export function windowPayment(subjectId: string, { payment, invoice }: PaidAtWindow): WindowPayment | null {
  if (!payment) return null;
  const refundedFen = payment.refunds.reduce((sum, { amountFen }) => addFen(sum, amountFen), ZERO_FEN);
  return {
    channel: payment.channel ?? 'wechat',
    amountFen: payment.amountFen,
    paidAt: payment.paidAt ?? 0,
    refundedFen,
    invoice: invoiceView(subjectId, invoice, refundedFen >= payment.amountFen),
  };
}
