import type { visit } from '@core/contract/visit';
import { accept, refuse } from '@core/domain/result';
import { isFlagOutcome, isLive } from '@core/domain/visit/gate-flag';
import type { UseCase } from '../_kernel/serve';
import type { CheckpointRecord, StoredFlag } from '../_store/checkpoints';
import { visitRules } from '../_store/visit-rules';
import { changeCheckpoint } from './change-checkpoint';
import { gateStatus } from './gate-status';
import { followFlag } from './hold-visits';
import { visitPerson } from './visit-person';

/** A nurse has looked at the patient and lets them in after all; the reason is kept. */
export const clearFlag: UseCase<typeof visit.procedures.clearFlag> = async (input, context) => {
  const { patientId, reason } = input;
  const [person, rules] = await Promise.all([visitPerson(patientId), visitRules(context.now)]);
  if (!person) return refuse('NOT_FOUND', null);
  const command = { procedure: 'clearFlag', input, reason: 'cleared' };
  const changed = await changeCheckpoint(command, context, (record) => {
    const flag = toClear(record, context.now);
    if (!flag) return refuse('NO_FLAG', null);
    const clearedBy = context.caller.accountId;
    return { change: { flag: { ...flag, clearedAt: context.now, clearedBy, clearedBecause: reason } } };
  });
  if (!changed.ok) return changed;
  await followFlag(patientId, rules, context);
  return accept(gateStatus(person, changed.record, rules, context.now));
};

/** The flag that holds, or the ended one whose declaration still bars the way today. */
function toClear({ flag, declarations }: CheckpointRecord, now: number): StoredFlag | null {
  if (flag?.clearedAt !== null) return null;
  const last = declarations.at(-1);
  return isLive(flag, now) || (last !== undefined && isFlagOutcome(last.outcome)) ? flag : null;
}
