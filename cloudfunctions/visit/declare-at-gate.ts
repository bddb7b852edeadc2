import type { visit } from '@core/contract/visit';
import { dayOf } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import { decideAtGate } from '@core/domain/visit/gate-declaration';
import { flagAfter } from '@core/domain/visit/gate-flag';
import type { UseCase } from '../_kernel/serve';
import { storedDeclaration, withDeclaration, type StoredFlag } from '../_store/checkpoints';
import { visitRules } from '../_store/visit-rules';
import { changeCheckpoint } from './change-checkpoint';
import { gateStatus } from './gate-status';
import { followFlag } from './hold-visits';
import { visitPerson } from './visit-person';

/** Checkpoint 1: what somebody says of themselves, or the nurse for them, decides where they may go today. */
export const declareAtGate: UseCase<typeof visit.procedures.declareAtGate> = async (input, context) => {
  const { now, authority, caller } = context;
  const { patientId, version, temperatureTenths, answers } = input;
  const [person, rules] = await Promise.all([visitPerson(patientId), visitRules(now)]);
  if (!person) return refuse('NOT_FOUND', null);
  const declaration = { version, temperatureTenths, answers };
  const day = dayOf(now);
  const decided = decideAtGate(declaration, person, rules.gate, day);

  const command = {
    procedure: 'declareAtGate',
    input,
    reason: decided.ok ? decided.value.outcome : null,
  };
  const changed = await changeCheckpoint(command, context, (record) => {
    if (!decided.ok) return decided;
    const { outcome, because } = decided.value;
    const by = authority.role === 'nurse' ? ('nurse' as const) : ('self' as const);
    const stored = storedDeclaration(
      patientId,
      { day, outcome, at: now, by, declaredBy: caller.accountId },
      { declaration, because },
    );
    const flag = flagAfter(record.flag, decided.value, day, now);
    return {
      change: {
        declarations: withDeclaration(record, stored),
        flag: flag === record.flag ? record.flag : asStored(flag),
      },
    };
  });
  if (!changed.ok) return changed;
  await followFlag(patientId, rules, context);
  return accept(gateStatus(person, changed.record, rules, now));
};

const asStored = (flag: ReturnType<typeof flagAfter>): StoredFlag | null =>
  flag && { ...flag, clearedBy: null, clearedBecause: null };
