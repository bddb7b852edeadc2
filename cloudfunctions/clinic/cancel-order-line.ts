import type { clinic } from '@core/contract/clinic';
import type { UseCase } from '../_kernel/serve';
import { changeOrder } from './change-order';

/** The doctor takes a line back: off the bill where it is unpaid, else half of what its refund needs (A10). */
export const cancelOrderLine: UseCase<typeof clinic.procedures.cancelOrderLine> = (input, context) => {
  const words = { cancelReason: input.reason };
  return changeOrder(
    { procedure: 'cancelOrderLine', command: 'cancel', input, mayTouch: () => true, words },
    context,
  );
};
