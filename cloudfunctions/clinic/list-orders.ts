import type { clinic } from '@core/contract/clinic';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { orders } from '../_store/orders';
import { orderView } from './order-view';

/** Everything that was ordered for a patient, the latest first. */
export const listOrders: UseCase<typeof clinic.procedures.listOrders> = async (input) => {
  const found = await orders.findByPatient(input.patientId);
  return accept(found.map((record) => orderView(record)));
};
