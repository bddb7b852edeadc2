import type { clinic } from '@core/contract/clinic';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { orders } from '../_store/orders';
import { orderView } from './order-view';
import { ownDesks } from './own-desks';

/** The work of the caller's own desk on one day; another desk's is as empty as a day without work. */
export const listDeskOrders: UseCase<typeof clinic.procedures.listDeskOrders> = async (input, context) => {
  const desks = await ownDesks(context);
  if (!desks.includes(input.desk)) return accept([]);
  const found = await orders.findByDesk(input.desk, input.day);
  for (const { patientId } of found) context.viewed(patientId);
  return accept(found.map((record) => orderView(record, ({ desk }) => desk === input.desk)));
};
