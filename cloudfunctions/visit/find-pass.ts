import type { visit } from '@core/contract/visit';
import { dayOf } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import { readPass } from '@core/domain/visit/pass-code';
import type { UseCase } from '../_kernel/serve';
import { checkpoints } from '../_store/checkpoints';
import { visitRules } from '../_store/visit-rules';
import { provePass } from './gate-status';
import { personAtDesk } from './person-at-desk';

/** Whose pass this is. Yesterday's and one that the hospital never made are two different answers. */
export const findPass: UseCase<typeof visit.procedures.findPass> = async ({ code }, context) => {
  const read = readPass(code, dayOf(context.now), provePass);
  if (read.state === 'altered') return refuse('PASS_ALTERED', null);
  if (read.state === 'expired') return refuse('PASS_EXPIRED', { day: read.day });
  const [record, rules] = await Promise.all([checkpoints.findByFinder(read.finder), visitRules(context.now)]);
  const person = record && (await personAtDesk(record._id, rules, context));
  return person ? accept(person) : refuse('PASS_ALTERED', null);
};
