import type { GateStatus } from '@core/contract/visit-views';
import { dayOf } from '@core/domain/calendar-day';
import { isThrough } from '@core/domain/visit/check-in';
import { isFlagOutcome, sentBy } from '@core/domain/visit/gate-flag';
import { writePass } from '@core/domain/visit/pass-code';
import { blindIndex } from '../_store/blind-index';
import { declarationOf, type CheckpointRecord } from '../_store/checkpoints';
import type { VisitRules } from '../_store/visit-rules';
import type { VisitPerson } from './visit-person';

/** Proves that the hospital made a pass. */
export const provePass = (text: string): string => blindIndex('pass-proof', text);

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
  const flagged = sentBy(flag, now);
  const turnedAway =
    today && !isThrough(today, flag, now) && isFlagOutcome(today.outcome) ? today.outcome : null;
  const sentTo = flagged ?? turnedAway;
  return {
    patientId,
    maskedName,
    day,
    outcome: today?.outcome ?? null,
    declaredAt: today?.at ?? null,
    declaredBy: today?.by ?? null,
    pass: today && record ? writePass({ day, finder: record.finder }, provePass) : null,
    flag: flagged && flag && { outcome: flagged, until: flag.until, where: destinations[flagged] },
    where: sentTo && destinations[sentTo],
  };
}
