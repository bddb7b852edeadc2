import type { CallContext } from '../_kernel/call-context';
import { payments, type PaymentRecord } from '../_store/payments';

/** An order of the caller for a bill; null where there is none, or it is somebody else's. */
export async function ownBillPayment(paymentId: string, { caller }: CallContext) {
  const payment = await payments.findById(paymentId);
  if (payment?.accountId !== caller.accountId || payment.channel === 'cash') return null;
  return isOfBill(payment) ? payment : null;
}

const isOfBill = (payment: PaymentRecord): payment is PaymentRecord & { readonly billId: string } =>
  payment.billId !== undefined;
