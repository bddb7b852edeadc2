import type { billing } from '@core/contract/billing';
import { countsAsPrinted, NO_INVOICE } from '@core/domain/billing/invoice';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { bills } from '../_store/bills';
import { catalogue } from '../_store/catalog';
import { orders } from '../_store/orders';
import { payments } from '../_store/payments';
import { billView } from './bill-view';

/** One bill with its lines. */
export const getBill: UseCase<typeof billing.procedures.getBill> = async ({ billId }, context) => {
  const [bill, first, { rulePack }] = await Promise.all([
    bills.findById(billId),
    payments.findById(billId),
    catalogue.current(context.now),
  ]);
  if (!bill) return refuse('NOT_FOUND', null);
  const order = await orders.findById(bill.orderId);
  const invoicePrinted = countsAsPrinted(first?.invoice ?? NO_INVOICE);
  const { accountId: callerId } = context.caller;
  const { refund: policy, billPayDays: payDays } = rulePack;
  const { now } = context;
  return accept(billView(bill, { callerId, order, invoicePrinted, policy, payDays, now }));
};
