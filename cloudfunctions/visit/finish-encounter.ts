import type { visit } from '@core/contract/visit';
import type { UseCase } from '../_kernel/serve';
import { takeStep } from './take-step';

/** The visit is over; results may bring the patient back today. */
export const finishEncounter: UseCase<typeof visit.procedures.finishEncounter> = (input, context) =>
  takeStep({ procedure: 'finishEncounter', step: 'finish', input }, context);
