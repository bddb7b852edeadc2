import type { booking, SessionSlots } from '@core/contract/booking';
import { freeSeats } from '@core/domain/booking/seats';
import { saleEndsAt } from '@core/domain/booking/may-book';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue, type RulePack } from '../_store/catalog';
import { sessions, type Session } from '../_store/sessions';
import { isReleased, sessionState } from './session-state';

/** A doctor's half-hours on one day of a clinic. */
export const listSlots: UseCase<typeof booking.procedures.listSlots> = async (input, context) => {
  const { clinics, practitioners, rulePack } = await catalogue.current(context.now);
  const clinic = clinics.find(({ clinicId }) => clinicId === input.clinicId);
  const practitioner = practitioners.find(({ practitionerId }) => practitionerId === input.practitionerId);
  if (!clinic || !practitioner) return refuse('NOT_FOUND', null);

  const found = await sessions.findOfDay(practitioner.practitionerId, input.day);
  const own = found.filter(
    (session) => session.clinicId === clinic.clinicId && isReleased(session, context.now),
  );
  return accept({
    practitionerId: practitioner.practitionerId,
    name: practitioner.name,
    initial: practitioner.initial,
    title: practitioner.title,
    goodAt: practitioner.goodAt,
    clinicId: clinic.clinicId,
    clinicName: clinic.name,
    day: input.day,
    sessions: own
      .sort((a, b) => (a.start < b.start ? -1 : 1))
      .map((session) => sessionSlots(session, rulePack, context.now)),
  });
};

function sessionSlots(session: Session, rulePack: RulePack, now: number): SessionSlots {
  return {
    sessionId: session._id,
    halfDay: session.halfDay,
    place: session.place,
    feeFen: session.feeFen,
    state: sessionState(session, rulePack, now),
    slots: session.slots.map((slot) => {
      const left = freeSeats(session, slot).length;
      const isPast = now >= saleEndsAt(session.day, slot.start, rulePack.sameDayCutoffMinutes);
      return { start: slot.start, end: slot.end, left, state: isPast ? 'past' : left > 0 ? 'free' : 'full' };
    }),
  };
}
