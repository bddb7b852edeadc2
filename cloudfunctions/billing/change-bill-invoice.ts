import type { billing } from '@core/contract/billing';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { bills } from '../_store/bills';
import { changeInvoice } from './change-invoice';

/** The paper of a bill. */
export const changeBillInvoice: UseCase<typeof billing.procedures.changeBillInvoice> = async (
  { billId, ...change },
  context,
) => {
  const bill = await bills.findById(billId);
  if (!bill) return refuse('NOT_FOUND', null);
  const refusal = await changeInvoice(billId, change, context);
  return refusal ?? accept(null);
};
