import { instantAt, MINUTE_MS } from '@core/domain/calendar-day';
import type { AppointmentRecord } from '../_store/appointments';
import { sessions } from '../_store/sessions';
import type { VisitRules } from '../_store/visit-rules';

/** From when until when the patients of an appointment's half-day may check in, in epoch milliseconds. */
export async function checkInTimes(
  { sessionId, day, start, end }: AppointmentRecord,
  { queue }: VisitRules,
): Promise<{ readonly opensAt: number; readonly closesAt: number }> {
  const session = await sessions.findById(sessionId);
  return {
    opensAt: instantAt(day, start) - queue.checkInOpensMinutes * MINUTE_MS,
    closesAt: instantAt(day, session?.end ?? end),
  };
}
