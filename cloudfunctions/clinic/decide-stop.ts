import type { clinic } from '@core/contract/clinic';
import type { UseCase } from '../_kernel/serve';
import { settleStop } from './settle-stop';

/** An administrator agrees or declines. What was agreed is carried out at once, and to its end also across a crash. */
export const decideStop: UseCase<typeof clinic.procedures.decideStop> = (input, context) =>
  settleStop(
    {
      procedure: 'decideStop',
      command: input.decision,
      input,
      note: input.note,
      mayTouch: () => true,
    },
    context,
  );
