import type { Alternative } from '@core/contract/booking';
import { freeSeats, neighbours } from '@core/domain/booking/seats';
import { saleEndsAt } from '@core/domain/booking/may-book';
import { addDays, type ClockTime } from '@core/domain/calendar-day';
import type { Catalogue } from '../_store/catalog';
import { sessions, type Session } from '../_store/sessions';
import { isReleased } from './session-state';

const MOST = 3;
/** Sessions whose seats are read to find alternatives on other days. */
const SESSIONS_TO_READ = 3;

/** Where else there is a seat: the same session's nearest half-hours, then the clinic's next sessions. */
export async function findAlternatives(
  wanted: { readonly session: Session; readonly start: ClockTime },
  hospital: Catalogue,
  now: number,
): Promise<Alternative[]> {
  const { session, start } = wanted;
  const here = session.status === 'open' ? freeSlots(session, start, hospital, now) : [];
  if (here.length >= MOST) return here.slice(0, MOST);
  return [...here, ...(await elsewhere(session, hospital, now))].slice(0, MOST);
}

function freeSlots(session: Session, start: ClockTime, hospital: Catalogue, now: number): Alternative[] {
  const practitioner = hospital.practitioners.find(
    (other) => other.practitionerId === session.practitionerId,
  );
  return neighbours(session, start)
    .filter((slot) => freeSeats(session, slot).length > 0)
    .filter((slot) => now < saleEndsAt(session.day, slot.start, hospital.rulePack.sameDayCutoffMinutes))
    .map((slot) => ({
      sessionId: session._id,
      practitionerId: session.practitionerId,
      practitionerName: practitioner?.name ?? '',
      clinicId: session.clinicId,
      day: session.day,
      start: slot.start,
      end: slot.end,
    }));
}

async function elsewhere(session: Session, hospital: Catalogue, now: number): Promise<Alternative[]> {
  const until = addDays(session.day, hospital.rulePack.horizonDays);
  const summaries = await sessions.findSummaries(session.clinicId, session.day, until);
  const rank = (other: (typeof summaries)[number]) =>
    `${other.practitionerId === session.practitionerId ? 0 : 1}${other.day}${other.start}`;
  const candidates = summaries
    .filter((other) => other._id !== session._id && other.status === 'open' && other.onlineLeft > 0)
    .filter((other) => isReleased(other, now))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .slice(0, SESSIONS_TO_READ);
  const read = await Promise.all(candidates.map(({ _id }) => sessions.findById(_id)));
  return read
    .filter((other): other is Session => other !== null)
    .flatMap((other) => freeSlots(other, session.start, hospital, now).slice(0, 1));
}
