import type { billing } from '@core/contract/billing';
import { categorySums } from '@core/domain/billing/bill';
import { addFen, ZERO_FEN } from '@core/domain/money';
import { accept, refuse } from '@core/domain/result';
import { cardCapacity } from '../_kernel/access/card-capacity';
import type { UseCase } from '../_kernel/serve';
import { bills } from '../_store/bills';
import { maskedNameOf } from './bill-view';
import { ownBillPayment } from './own-payment';
import { progressOf } from './progress';

/** What the payer keeps of an own payment: how much, for whom (masked), of which kinds. */
export const getReceipt: UseCase<typeof billing.procedures.getReceipt> = async ({ paymentId }, context) => {
  const payment = await ownBillPayment(paymentId, context);
  const bill = payment && (await bills.findById(payment.billId));
  if (!payment || !bill) return refuse('NOT_FOUND', null);
  context.viewed(bill.patientId, cardCapacity(await context.account(), bill.patientId));
  return accept({
    paymentId,
    state: progressOf(payment),
    maskedPatientName: maskedNameOf(bill),
    amountFen: payment.amountFen,
    categories: categorySums(bill.lines),
    paidAt: payment.paidAt,
    refundedFen: payment.refunds.reduce((sum, { amountFen }) => addFen(sum, amountFen), ZERO_FEN),
    isBack: payment.refunds.every(({ state }) => state === 'done'),
    isDuplicate: bill.payment !== null && bill.payment.paymentId !== paymentId && payment.state === 'paid',
  });
};
