import type { Alternative } from '@core/contract/booking';
import { freeSeats, neighbours, slotsNear } from '@core/domain/booking/seats';
import type { AllocatedSlot } from '@core/domain/booking/seat-allocation';
import { saleEndsAt } from '@core/domain/booking/may-book';
import { addDays, type ClockTime } from '@core/domain/calendar-day';
import type { Catalogue } from '../_store/catalog';
import { sessions, type Session, type SessionSummaryFields } from '../_store/sessions';
import { isReleased, sessionState } from './session-state';

const MOST = 3;
/** Of these, how many are the same doctor's where a colleague has time as well. */
const MOST_OWN = 2;
/** Sessions of the same doctor, and as many of others, whose seats are read to find alternatives. */
const SESSIONS_TO_READ = 4;

/** Where else there is a seat for somebody who wanted this half-hour: same doctor first, each by nearness in time. */
export type Openings = (start: ClockTime) => Alternative[];

/** Where else there is a seat: the same session's nearest half-hours, then the clinic's next sessions. */
export async function findAlternatives(
  { session, start }: { readonly session: Session; readonly start: ClockTime },
  hospital: Catalogue,
  now: number,
): Promise<Alternative[]> {
  const here = neighbours(session, start).filter((slot) => isOnSale(session, slot, hospital, now));
  const near = session.status === 'open' ? here.map((slot) => alternative(session, slot, hospital)) : [];
  if (near.length >= MOST) return near.slice(0, MOST);
  const openings = await openingsElsewhere(session, hospital, now);
  return [...near, ...openings(start)].slice(0, MOST);
}

/**
 * Seats of the clinic's next sessions. Who asks later is first offered what nobody before was offered first, as long as
 * there is such a seat: else a whole waiting room is sent after the same one.
 */
export async function openingsElsewhere(
  session: Session,
  hospital: Catalogue,
  now: number,
): Promise<Openings> {
  const [own, others] = await othersOnSale(session, hospital, now);
  const offered = new Map<string, number>();
  const nearest = (other: Session, start: ClockTime, isOffered: (slot: AllocatedSlot) => boolean) => {
    const free = slotsNear(other, start).filter((slot) => isOnSale(other, slot, hospital, now));
    const slot = free.find((one) => !isOffered(one)) ?? null;
    return slot ? [alternative(other, slot, hospital)] : [];
  };
  return (start) => {
    const find = (list: readonly Session[], heed: boolean) =>
      list.flatMap((other) =>
        nearest(
          other,
          start,
          (slot) => heed && (offered.get(keyOf(other._id, slot)) ?? 0) >= freeSeats(other, slot).length,
        ),
      );
    const chosen = mixed(find(own, true), find(others, true));
    const shown = chosen.length > 0 ? chosen : mixed(find(own, false), find(others, false));
    const [first] = shown;
    if (first) {
      const key = keyOf(first.sessionId, first);
      offered.set(key, (offered.get(key) ?? 0) + 1);
    }
    return shown;
  };
}

const keyOf = (sessionId: string, { start }: { readonly start: ClockTime }) => `${sessionId} ${start}`;

/** The same doctor's first, but not so many that nobody sees how soon a colleague has time. */
function mixed(own: readonly Alternative[], others: readonly Alternative[]): Alternative[] {
  const first = own.slice(0, Math.max(MOST_OWN, MOST - others.length));
  return [...first, ...others].slice(0, MOST);
}

/** The clinic's sessions with seats that can still be booked, the soonest first: the same doctor's, and all others'. */
async function othersOnSale(session: Session, hospital: Catalogue, now: number) {
  const until = addDays(session.day, hospital.rulePack.horizonDays);
  const summaries = (await sessions.findSummaries(session.clinicId, session.day, until))
    .filter((other) => other._id !== session._id && isReleased(other, now))
    .filter((other) => sessionState(other, hospital.rulePack, now) === 'open')
    .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
  const isOwn = (other: SessionSummaryFields) => other.practitionerId === session.practitionerId;
  const read = (list: readonly SessionSummaryFields[]) =>
    Promise.all(list.slice(0, SESSIONS_TO_READ).map(({ _id }) => sessions.findById(_id)));
  const [own, others] = await Promise.all([
    read(summaries.filter(isOwn)),
    read(summaries.filter((other) => !isOwn(other))),
  ]);
  const found = (list: readonly (Session | null)[]) => list.filter((one): one is Session => one !== null);
  return [found(own), found(others)] as const;
}

const timeOf = ({ day, start }: SessionSummaryFields) => `${day}${start}`;

const isOnSale = (session: Session, slot: AllocatedSlot, { rulePack }: Catalogue, now: number): boolean =>
  freeSeats(session, slot).length > 0 &&
  now < saleEndsAt(session.day, slot.start, rulePack.sameDayCutoffMinutes);

function alternative(
  { _id: sessionId, practitionerId, clinicId, day }: Session,
  { start, end }: AllocatedSlot,
  { practitioners }: Catalogue,
): Alternative {
  const practitioner = practitioners.find((one) => one.practitionerId === practitionerId);
  const practitionerName = practitioner?.name ?? '';
  return { sessionId, practitionerId, practitionerName, clinicId, day, start, end };
}
