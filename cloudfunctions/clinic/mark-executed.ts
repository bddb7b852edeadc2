import type { clinic } from '@core/contract/clinic';
import type { UseCase } from '../_kernel/serve';
import { changeOrder } from './change-order';
import { ownDesks } from './own-desks';

type Procedure = typeof clinic.procedures.markExecuted;

/** The desk has done a line or handed it out: from now on it is not refunded. */
export const markExecuted: UseCase<Procedure> = async (input, context) => {
  const desks = await ownDesks(context);
  const mayTouch = ({ desk }: { readonly desk: (typeof desks)[number] }) => desks.includes(desk);
  return changeOrder({ procedure: 'markExecuted', command: 'execute', input, mayTouch, words: {} }, context);
};
