import type { billing } from '@core/contract/billing';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { bills } from '../_store/bills';
import { catalogue } from '../_store/catalog';
import { lapsedBill } from './lapsed-bill';
import { billPayable } from './payable';
import { takeCash } from './take-cash';

/** A bill, paid at the window. */
export const takeCashForBill: UseCase<typeof billing.procedures.takeCashForBill> = async (
  { billId, ...taking },
  context,
) => {
  const [bill, hospital] = await Promise.all([bills.findById(billId), catalogue.current(context.now)]);
  if (!bill) return refuse('NOT_FOUND', null);
  if (bill.state === 'void') return refuse('NOTHING_TO_PAY', null);
  const lapsed = lapsedBill(bill, hospital.rulePack, context.now);
  if (lapsed) return lapsed;
  const refusal = await takeCash(billPayable(bill, hospital, context.now), taking, context);
  if (refusal?.error === 'ENDED') return refuse('NOTHING_TO_PAY', null);
  return refusal ?? accept(null);
};
