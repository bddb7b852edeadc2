import type { billing } from '@core/contract/billing';
import { refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { billOfCode } from './bill-of-code';
import { openOrderFor } from './open-order';
import { billPayable } from './payable';

/** Opens an order for whoever scanned the code, known here or not; who paid is written down. */
export const payBillByCode: UseCase<typeof billing.procedures.payBillByCode> = async ({ code }, context) => {
  const found = await billOfCode(code, context.now);
  if (!found.ok) return found;
  const hospital = await catalogue.current(context.now);
  const order = await openOrderFor(billPayable(found.value.bill, hospital, context.now), context);
  if (order.ok || order.error === 'PAYMENT_UNAVAILABLE') return order;
  // Paid in this very moment, by this payer or another one.
  if (order.error === 'ALREADY_PAID') return refuse('BILL_ALREADY_PAID', { paidAt: context.now });
  return refuse('PAYMENT_UNAVAILABLE', null);
};
