import { saleEndsAt } from '@core/domain/booking/may-book';
import { freeSeats } from '@core/domain/booking/seats';
import { dayOf } from '@core/domain/calendar-day';
import type { RulePack } from '../_store/catalog';
import { sessions, type Session, type SessionSummaryFields } from '../_store/sessions';

/**
 * Today's sessions with the seats that can still be booked: half-hours that are over or about to begin no longer count.
 * Sessions of other days stay as they are, and only today's are read whole.
 */
export function withPresentSeats(
  summaries: readonly SessionSummaryFields[],
  rulePack: RulePack,
  now: number,
): Promise<SessionSummaryFields[]> {
  const today = dayOf(now);
  return Promise.all(
    summaries.map(async (summary) => {
      if (summary.day !== today || summary.onlineLeft === 0) return summary;
      const session = await sessions.findById(summary._id);
      return session ? { ...summary, onlineLeft: seatsLeft(session, rulePack, now) } : summary;
    }),
  );
}

const seatsLeft = (session: Session, rulePack: RulePack, now: number): number =>
  session.slots
    .filter((slot) => now < saleEndsAt(session.day, slot.start, rulePack.sameDayCutoffMinutes))
    .reduce((sum, slot) => sum + freeSeats(session, slot).length, 0);
