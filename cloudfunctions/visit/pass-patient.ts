import type { visit } from '@core/contract/visit';
import type { UseCase } from '../_kernel/serve';
import { takeStep } from './take-step';

/** Was called and did not come: the next one can be called. */
export const passPatient: UseCase<typeof visit.procedures.passPatient> = (input, context) =>
  takeStep({ procedure: 'passPatient', step: 'pass', input }, context);
