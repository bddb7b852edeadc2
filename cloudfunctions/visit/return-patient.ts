import type { visit } from '@core/contract/visit';
import type { UseCase } from '../_kernel/serve';
import { takeStep } from './take-step';

/** Has come after all, or is back with results: waits again, behind as many as the rules say. */
export const returnPatient: UseCase<typeof visit.procedures.returnPatient> = (input, context) =>
  takeStep({ procedure: 'returnPatient', step: 'return', input }, context);
