import type { billing } from '@core/contract/billing';
import { countsAsPrinted, NO_INVOICE } from '@core/domain/billing/invoice';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { bills } from '../_store/bills';
import { payments } from '../_store/payments';
import { billView } from './bill-view';

/** One bill with its lines. */
export const getBill: UseCase<typeof billing.procedures.getBill> = async ({ billId }, context) => {
  const [bill, first] = await Promise.all([bills.findById(billId), payments.findById(billId)]);
  if (!bill) return refuse('NOT_FOUND', null);
  const invoicePrinted = countsAsPrinted(first?.invoice ?? NO_INVOICE);
  return accept(billView(bill, context.caller.accountId, invoicePrinted));
};
