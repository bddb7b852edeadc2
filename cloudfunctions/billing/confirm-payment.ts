import type { billing } from '@core/contract/billing';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { chainOf, ordersOf } from './order-turns';
import { progressOf } from './progress';
import { settleOrder } from './settle-order';

/** The phone says it may be paid: WeChat is asked, the phone is not believed. */
export const confirmPayment: UseCase<typeof billing.procedures.confirmPayment> = async (input, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const orders = ordersOf(await chainOf(input.appointmentId));
  const current = orders.find(({ state }) => state === 'paid') ?? orders.at(-1);
  if (!current) return refuse('NOT_FOUND', null);
  const settled = await settleOrder(current._id, context);
  return accept({ state: progressOf(settled ?? current) });
};
