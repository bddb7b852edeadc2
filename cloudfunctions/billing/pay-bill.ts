import type { billing } from '@core/contract/billing';
import { refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { bills } from '../_store/bills';
import { catalogue } from '../_store/catalog';
import { lapsedBill } from './lapsed-bill';
import { openOrderFor } from './open-order';
import { billPayable } from './payable';

/** Opens an order for the bill, for the patient or a relative who may pay. */
export const payBill: UseCase<typeof billing.procedures.payBill> = async ({ billId }, context) => {
  const [bill, hospital] = await Promise.all([bills.findById(billId), catalogue.current(context.now)]);
  if (!bill) return refuse('NOT_FOUND', null);
  if (bill.state === 'paid') return refuse('ALREADY_PAID', null);
  if (bill.state === 'void') return refuse('NOTHING_TO_PAY', null);
  const lapsed = lapsedBill(bill, hospital.rulePack, context.now);
  if (lapsed) return lapsed;
  const order = await openOrderFor(billPayable(bill, hospital, context.now), context);
  if (order.ok || order.error !== 'ENDED') return order;
  return refuse('PAYMENT_UNAVAILABLE', null);
};
