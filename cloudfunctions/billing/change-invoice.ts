import { afterInvoiceAct, countsAsPrinted, NO_INVOICE, type InvoiceAct } from '@core/domain/billing/invoice';
import { addFen, ZERO_FEN } from '@core/domain/money';
import { refuse } from '@core/domain/result';
import { message, type CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { payments, type PaymentRecord } from '../_store/payments';
import { paidPaymentOf } from './order-turns';
import { savePayment } from './payment-changes';

export interface ChangingInvoice {
  readonly requestId: string;
  readonly act: InvoiceAct;
}

/** Prints, prints again or voids the paper of what was paid; null where it is done. Nothing left, nothing to print. */
export async function changeInvoice(
  subjectId: string,
  { requestId, act }: ChangingInvoice,
  context: CallContext,
) {
  const bodyIndex = bodyIndexOf('changeInvoice', { requestId, act, subject: subjectId });
  return untilSaved(async () => {
    const first = await payments.findById(subjectId);
    // Read after the document that is saved: what went back meanwhile changes that one, or is seen here.
    const paid = await paidPaymentOf(subjectId);
    if (!first || !paid) return refuse('NOTHING_TO_INVOICE', null);
    const replay = replayOf(first.requests, requestId, bodyIndex);
    if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
    if (replay === 'same') return null;
    if (act !== 'void' && isAllBack(paid)) return refuse('NOTHING_TO_INVOICE', null);
    const before = first.invoice ?? NO_INVOICE;
    const invoice = afterInvoiceAct(before, act);
    if (!invoice) return refuse('INVOICE_REFUSED', { state: before.state });
    const requests = remember(first.requests, { requestId, bodyIndex, at: context.now });
    const { appointmentId } = first;
    const printed = countsAsPrinted(invoice);
    const news =
      appointmentId === null || printed === countsAsPrinted(before)
        ? []
        : [message(context, 'invoice-changed', { appointmentId, printed, at: context.now })];
    const next = { ...first, invoice, requests };
    return (await savePayment(next, `invoice.${act}`, news, context)) ? null : CHANGED;
  });
}

const isAllBack = ({ amountFen, refunds }: PaymentRecord): boolean =>
  refunds.reduce((sum, refund) => addFen(sum, refund.amountFen), ZERO_FEN) >= amountFen;
