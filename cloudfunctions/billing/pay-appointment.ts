import type { billing } from '@core/contract/billing';
import { SHORTEST_ORDER_MS } from '@core/domain/billing/order-turn';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { appointments } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { feeBar } from './fee-bar';
import { openOrderFor } from './open-order';
import { appointmentPayable } from './payable';

/** Opens an order for the appointment, or answers the caller's open one. A relative who may pay gets an own order. */
export const payAppointment: UseCase<typeof billing.procedures.payAppointment> = async (input, context) => {
  const [account, record, hospital] = await Promise.all([
    signedInAccount(context),
    appointments.findById(input.appointmentId),
    catalogue.current(context.now),
  ]);
  if (!account) return refuse('SIGNED_OUT', null);
  if (!record) return refuse('NOT_FOUND', null);
  if (record.payment === 'none') return refuse('NOTHING_TO_PAY', null);
  if (record.payment === 'paid') return refuse('ALREADY_PAID', null);
  const payable = appointmentPayable(record, hospital);
  if (record.status !== 'pending' || payable.orderExpiresAt - SHORTEST_ORDER_MS <= context.now)
    return refuse('HOLD_ENDED', null);
  const barred = await feeBar(record, context.now);
  if (barred) return barred;

  const order = await openOrderFor(payable, context);
  if (order.ok) {
    const { payment, amountFen, expiresAt } = order.value;
    return accept({ payment, amountFen, expiresAt });
  }
  return order.error === 'ENDED' ? refuse('HOLD_ENDED', null) : order;
};
