import type { clinic } from '@core/contract/clinic';
import type { OwnSession } from '@core/contract/clinic-views';
import { dayOf } from '@core/domain/calendar-day';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue, type Catalogue } from '../_store/catalog';
import { sessions, type Session } from '../_store/sessions';
import { stops } from '../_store/stops';

/** The doctor's half-days from today on, with their seats. */
export const listOwnSessions: UseCase<typeof clinic.procedures.listOwnSessions> = async (_input, context) => {
  const { practitionerId } = context.authority;
  if (practitionerId === null) return accept([]);
  const [found, requested, hospital] = await Promise.all([
    sessions.findFrom(practitionerId, dayOf(context.now)),
    stops.findByPractitioner(practitionerId),
    catalogue.current(context.now),
  ]);
  const stopOf = new Map(requested.map((stop) => [stop.openKey, stop._id]));
  return accept(
    found
      .sort((one, other) => (`${one.day}${one.start}` < `${other.day}${other.start}` ? -1 : 1))
      .map((session) => ownSession(session, stopOf.get(session._id) ?? null, hospital)),
  );
};

function ownSession(session: Session, stopId: string | null, hospital: Catalogue): OwnSession {
  const { _id: sessionId, day, halfDay, start, end, place, status, pools, claims } = session;
  const clinic = hospital.clinics.find(({ clinicId }) => clinicId === session.clinicId);
  const isAddOn = (seat: string) => pools[seat] === 'add-on';
  const seats = Object.keys(pools);
  return {
    sessionId,
    clinicName: clinic?.name ?? '',
    day,
    halfDay,
    start,
    end,
    place,
    status,
    taken: Object.keys(claims).filter((seat) => !isAddOn(seat)).length,
    capacity: seats.filter((seat) => !isAddOn(seat)).length,
    addOns: {
      granted: seats.filter(isAddOn).length,
      maximum: hospital.rulePack.addOns.perSession,
    },
    stopId,
  };
}
