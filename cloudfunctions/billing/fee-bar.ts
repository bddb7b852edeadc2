import { instantAt } from '@core/domain/calendar-day';
import { refuse } from '@core/domain/result';
import { barredThen } from '@core/domain/visit/gate-flag';
import type { AppointmentRecord } from '../_store/appointments';
import { checkpoints } from '../_store/checkpoints';
import { gateClause, visitRulesIfAny } from '../_store/visit-rules';

/**
 * What the gate has said since the seat was taken: nobody pays for a clinic that they may not enter at that time. The seat
 * ends with its hold. Null where nothing bars the patient.
 */
export async function feeBar({ patientId, clinicId, day, start }: AppointmentRecord, now: number) {
  const [rules, checkpoint] = await Promise.all([visitRulesIfAny(now), checkpoints.findById(patientId)]);
  const flag = checkpoint?.flag ?? null;
  const outcome = rules && barredThen(flag, { clinicId, at: instantAt(day, start) }, rules.gate, now);
  if (!rules || !flag || !outcome) return null;
  const where = rules.destinations[outcome];
  return refuse('FEE_BARRED', { clause: gateClause(rules), outcome, until: flag.until, where });
}
