import type { billing } from '@core/contract/billing';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { bills } from '../_store/bills';
import { billSummary } from './bill-view';

/** A patient's bills, the latest first; what was taken back before it was paid is left out. */
export const listBills: UseCase<typeof billing.procedures.listBills> = async ({ patientId }, context) => {
  const found = await bills.findByPatient(patientId);
  const shown = found.filter(({ state }) => state !== 'void');
  return accept(shown.map((bill) => billSummary(bill, context.caller.accountId)));
};
