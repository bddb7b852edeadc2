import type { CalendarDay } from '@core/domain/calendar-day';
import { readPass } from '@core/domain/visit/pass-code';
import { blindIndex } from './blind-index';
import { checkpoints } from './checkpoints';
import { patientByNumber } from './numbered-patients';
import { patients, type PatientRecord } from './patients';

/** The person behind an outpatient number, or behind a pass of today; null where neither is known. */
export async function patientByCode(code: string, today: CalendarDay): Promise<PatientRecord | null> {
  const pass = readPass(code, today, (text) => blindIndex('pass-proof', text));
  if (pass.state !== 'valid') return patientByNumber(code);
  const checkpoint = await checkpoints.findByFinder(pass.finder);
  return checkpoint && patients.findById(checkpoint._id);
}
