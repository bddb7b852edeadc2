import type { visit } from '@core/contract/visit';
import type { UseCase } from '../_kernel/serve';
import { takeStep } from './take-step';

/** Checkpoint 3: the doctor has confirmed that the right person is in the right room. */
export const startEncounter: UseCase<typeof visit.procedures.startEncounter> = (input, context) =>
  takeStep({ procedure: 'startEncounter', step: 'start', input }, context);
