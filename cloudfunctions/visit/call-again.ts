import type { visit } from '@core/contract/visit';
import type { UseCase } from '../_kernel/serve';
import { takeStep } from './take-step';

/** Calls somebody once more who was called and has not come yet. */
export const callAgain: UseCase<typeof visit.procedures.callAgain> = (input, context) =>
  takeStep({ procedure: 'callAgain', step: 'call', input }, context);
