import type { clinic } from '@core/contract/clinic';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { orders } from '../_store/orders';
import { orderView } from './order-view';

/** What was ordered during one visit, the latest first. */
export const listEncounterOrders: UseCase<typeof clinic.procedures.listEncounterOrders> = async (input) => {
  const found = await orders.findByAppointment(input.appointmentId);
  return accept(found.map((record) => orderView(record)));
};
