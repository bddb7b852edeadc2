import type { booking, DoctorTime } from '@core/contract/booking';
import { addDays, dayOf } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue, type Catalogue } from '../_store/catalog';
import { sessions, type SessionSummaryFields } from '../_store/sessions';
import { withPresentSeats } from './present-seats';
import { isReleased, sessionState } from './session-state';

/** A doctor's half-days within the booking horizon, in order; those that are over are left out. */
export const listDoctorTimes: UseCase<typeof booking.procedures.listDoctorTimes> = async (input, context) => {
  const hospital = await catalogue.current(context.now);
  const { practitioners, rulePack } = hospital;
  if (!practitioners.some(({ practitionerId }) => practitionerId === input.practitionerId)) {
    return refuse('NOT_FOUND', null);
  }
  const today = dayOf(context.now);
  const found = await sessions.findFrom(input.practitionerId, today);
  const horizon = addDays(today, rulePack.horizonDays);
  const shown = found.filter((session) => session.day <= horizon && isReleased(session, context.now));
  const placeOf = new Map(found.map(({ _id, place }) => [_id, place]));
  const present = await withPresentSeats(shown, rulePack, context.now);
  return accept(
    present
      .map((session) => doctorTime(session, placeOf.get(session._id) ?? '', { hospital, now: context.now }))
      .filter(({ state }) => state !== 'closed')
      .sort((one, other) => (`${one.day}${one.start}` < `${other.day}${other.start}` ? -1 : 1)),
  );
};

function doctorTime(
  session: SessionSummaryFields,
  place: string,
  { hospital, now }: { readonly hospital: Catalogue; readonly now: number },
): DoctorTime {
  const clinic = hospital.clinics.find(({ clinicId }) => clinicId === session.clinicId);
  return {
    sessionId: session._id,
    clinicId: session.clinicId,
    clinicName: clinic?.name ?? '',
    day: session.day,
    halfDay: session.halfDay,
    start: session.start,
    end: session.end,
    place,
    feeFen: session.feeFen,
    seatsLeft: session.onlineLeft,
    state: sessionState(session, hospital.rulePack, now),
  };
}
