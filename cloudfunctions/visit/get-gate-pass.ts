import type { visit } from '@core/contract/visit';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { checkpoints } from '../_store/checkpoints';
import { visitRules } from '../_store/visit-rules';
import { gateStatus } from './gate-status';
import { visitPerson } from './visit-person';

/** Where somebody stands at the gate today, with the pass. */
export const getGatePass: UseCase<typeof visit.procedures.getGatePass> = async ({ patientId }, context) => {
  const [person, record, rules] = await Promise.all([
    visitPerson(patientId),
    checkpoints.findById(patientId),
    visitRules(context.now),
  ]);
  return person ? accept(gateStatus(person, record, rules, context.now)) : refuse('NOT_FOUND', null);
};
