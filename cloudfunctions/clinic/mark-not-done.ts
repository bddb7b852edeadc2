import type { clinic } from '@core/contract/clinic';
import type { UseCase } from '../_kernel/serve';
import { changeOrder } from './change-order';
import { ownDesks } from './own-desks';

type Procedure = typeof clinic.procedures.markNotDone;

/** The desk says that a line was not done: the other half of what its refund needs (A10). */
export const markNotDone: UseCase<Procedure> = async (input, context) => {
  const desks = await ownDesks(context);
  const mayTouch = ({ desk }: { readonly desk: (typeof desks)[number] }) => desks.includes(desk);
  const words = { notDoneReason: input.reason };
  return changeOrder({ procedure: 'markNotDone', command: 'not-done', input, mayTouch, words }, context);
};
