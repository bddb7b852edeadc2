import { refuse } from '@core/domain/result';
import { gateBar, type AtGate, type CheckInBars } from '@core/domain/visit/check-in';
import { barredBy } from '@core/domain/visit/gate-flag';
import { checkpoints, type CheckpointRecord } from '../_store/checkpoints';
import { gateClause, type VisitRules } from '../_store/visit-rules';

/** Checkpoint 1 as the rules read it. */
export const atGate = (record: CheckpointRecord | null): AtGate => ({
  gate: record?.declarations.at(-1) ?? null,
  flag: record?.flag ?? null,
});

interface Wish {
  readonly patientId: string;
  readonly clinicId: string;
}

/** Whether a flag keeps the patient from a clinic now. */
export async function isBarred({ patientId, clinicId }: Wish, { gate }: VisitRules, now: number) {
  const record = await checkpoints.findById(patientId);
  return barredBy(record?.flag ?? null, clinicId, gate, now) !== null;
}

/** What checkpoint 1 has against being queued anew; null where nothing. */
export async function queueingBar({ patientId, clinicId }: Wish, rules: VisitRules, now: number) {
  const bar = gateBar(clinicId, atGate(await checkpoints.findById(patientId)), rules.gate, now);
  return bar?.error === 'FLAGGED' ? flaggedTold(bar.detail, rules) : bar;
}

/** Kept away: with the hospital's clause, and where to go instead. */
export const flaggedTold = (detail: CheckInBars['FLAGGED'], rules: VisitRules) =>
  refuse('FLAGGED', {
    clause: gateClause(rules),
    ...detail,
    where: rules.destinations[detail.outcome],
  });
