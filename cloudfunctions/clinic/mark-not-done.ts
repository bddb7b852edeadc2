import type { clinic } from '@core/contract/clinic';
import { putAsideLine } from '@core/domain/clinic/order';
import type { UseCase } from '../_kernel/serve';
import { changeOrder } from './change-order';
import { ownDesks } from './own-desks';

type Procedure = typeof clinic.procedures.markNotDone;

/** The desk says that a line was not done: the other half of what its refund needs (A10). */
export const markNotDone: UseCase<Procedure> = async (input, context) => {
  const desks = await ownDesks(context);
  return changeOrder(
    {
      procedure: 'markNotDone',
      input,
      mayTouch: ({ desk }) => desks.includes(desk),
      step: (line) => putAsideLine({ ...line, notDoneReason: input.reason }, context.now),
    },
    context,
  );
};
