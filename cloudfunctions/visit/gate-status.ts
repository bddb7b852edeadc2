import type { GateStatus } from '@core/contract/visit-views';
import { dayOf } from '@core/domain/calendar-day';
import { isThrough, type GatePassage } from '@core/domain/visit/check-in';
import { isFlagOutcome, isLive } from '@core/domain/visit/gate-flag';
import { writePass } from '@core/domain/visit/pass-code';
import { blindIndex } from '../_store/blind-index';
import { declarationOf, type CheckpointRecord } from '../_store/checkpoints';
import type { VisitRules } from '../_store/visit-rules';
import type { VisitPerson } from './visit-person';

/** Proves that the hospital made a pass. */
export const provePass = (text: string): string => blindIndex('pass-proof', text);

/** The latest declaration as the rules read it. */
export const passageOf = (record: CheckpointRecord | null): GatePassage | null =>
  record?.declarations.at(-1) ?? null;

/** Checkpoint 1 of today, as it is shown. */
export function gateStatus(
  { patientId, maskedName }: VisitPerson,
  record: CheckpointRecord | null,
  { destinations }: VisitRules,
  now: number,
): GateStatus {
  const day = dayOf(now);
  const today = declarationOf(record, day);
  const flag = record?.flag ?? null;
  const flagged = isLive(flag, now) ? flag : null;
  const turnedAway =
    today && !isThrough(today, flag, now) && isFlagOutcome(today.outcome) ? today.outcome : null;
  const sentBy = flagged?.outcome ?? turnedAway;
  return {
    patientId,
    maskedName,
    day,
    outcome: today?.outcome ?? null,
    declaredAt: today?.at ?? null,
    declaredBy: today?.by ?? null,
    pass: today && record ? writePass({ day, finder: record.finder }, provePass) : null,
    flag: flagged && {
      outcome: flagged.outcome,
      until: flagged.until,
      where: destinations[flagged.outcome],
    },
    where: sentBy && destinations[sentBy],
  };
}
