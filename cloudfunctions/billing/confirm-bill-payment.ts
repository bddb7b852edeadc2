import type { billing } from '@core/contract/billing';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { ownBillPayment } from './own-payment';
import { progressOf } from './progress';
import { settleOrder } from './settle-order';

/** The payer's phone says it may be paid: WeChat is asked, the phone is not believed. */
export const confirmBillPayment: UseCase<typeof billing.procedures.confirmBillPayment> = async (
  { paymentId },
  context,
) => {
  const payment = await ownBillPayment(paymentId, context);
  if (!payment) return refuse('NOT_FOUND', null);
  const settled = await settleOrder(paymentId, context);
  return accept({ state: progressOf(settled ?? payment) });
};
