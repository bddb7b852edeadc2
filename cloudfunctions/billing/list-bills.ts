import type { billing } from '@core/contract/billing';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { bills } from '../_store/bills';
import { catalogue } from '../_store/catalog';
import { billSummary } from './bill-view';

/** A patient's bills, the latest first; what was taken back before it was paid is left out. */
export const listBills: UseCase<typeof billing.procedures.listBills> = async ({ patientId }, context) => {
  const [found, { rulePack }] = await Promise.all([
    bills.findByPatient(patientId),
    catalogue.current(context.now),
  ]);
  const shown = found.filter(({ state }) => state !== 'void');
  const { billPayDays: payDays } = rulePack;
  const looking = { callerId: context.caller.accountId, payDays, now: context.now };
  return accept(shown.map((bill) => billSummary(bill, looking)));
};
