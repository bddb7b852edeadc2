import type { billing, PaymentProgress } from '@core/contract/billing';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { payments, type PaymentRecord } from '../_store/payments';
import { settleOrder } from './settle-order';

/** The phone says it may be paid: WeChat is asked, the phone is not believed. */
export const confirmPayment: UseCase<typeof billing.procedures.confirmPayment> = async (input, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const payment = await payments.findById(input.appointmentId);
  if (!payment) return refuse('NOT_FOUND', null);
  const settled = await settleOrder(payment._id, context);
  return accept({ state: progressOf(settled ?? payment) });
};

function progressOf(payment: PaymentRecord): PaymentProgress['state'] {
  switch (payment.state) {
    case 'paid':
      return 'paid';
    case 'closed':
      return 'closed';
    case 'closing':
      return 'confirming';
    case 'opening':
    case 'open':
      return 'waiting';
  }
}
