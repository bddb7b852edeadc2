import type { clinic } from '@core/contract/clinic';
import { cancelLine } from '@core/domain/clinic/order';
import type { UseCase } from '../_kernel/serve';
import { changeOrder } from './change-order';

/** The doctor takes a line back: off the bill where it is unpaid, else half of what its refund needs (A10). */
export const cancelOrderLine: UseCase<typeof clinic.procedures.cancelOrderLine> = (input, context) =>
  changeOrder(
    {
      procedure: 'cancelOrderLine',
      input,
      mayTouch: () => true,
      step: (line) => cancelLine({ ...line, cancelReason: input.reason }, context.now),
    },
    context,
  );
