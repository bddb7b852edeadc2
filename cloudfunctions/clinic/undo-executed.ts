import type { clinic } from '@core/contract/clinic';
import { undoLine } from '@core/domain/clinic/order';
import { refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import type { OrderLine, OrderRecord } from '../_store/orders';
import { reports } from '../_store/reports';
import { changeOrder } from './change-order';
import { ownDesks } from './own-desks';

type Procedure = typeof clinic.procedures.undoExecuted;

/** The desk had marked the wrong line as done: it is to be done again, and what was paid for it stays paid. */
export const undoExecuted: UseCase<Procedure> = async (input, context) => {
  const desks = await ownDesks(context);
  const step = async (line: OrderLine, record: OrderRecord) =>
    (await isReported(line, record)) ? refuse('LINE_REPORTED', null) : undoLine(line, context.now);
  const mayTouch = ({ desk }: OrderLine) => desks.includes(desk);
  return changeOrder({ procedure: 'undoExecuted', input, mayTouch, step }, context);
};

/** What has a result was done. */
async function isReported({ lineId }: OrderLine, { _id: orderId, patientId }: OrderRecord): Promise<boolean> {
  const all = await reports.findByPatient(patientId);
  return all.some((one) => one.orderId === orderId && one.lineId === lineId && one.state !== 'withdrawn');
}
