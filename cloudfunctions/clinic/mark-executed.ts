import type { clinic } from '@core/contract/clinic';
import { executeLine } from '@core/domain/clinic/order';
import type { UseCase } from '../_kernel/serve';
import { changeOrder } from './change-order';
import { ownDesks } from './own-desks';

type Procedure = typeof clinic.procedures.markExecuted;

/** The desk has done a line or handed it out: from now on it is not refunded. */
export const markExecuted: UseCase<Procedure> = async (input, context) => {
  const desks = await ownDesks(context);
  return changeOrder(
    {
      procedure: 'markExecuted',
      input,
      mayTouch: ({ desk }) => desks.includes(desk),
      step: (line) => executeLine(line, context.now),
    },
    context,
  );
};
