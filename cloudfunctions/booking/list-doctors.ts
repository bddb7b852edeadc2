import type { booking, DoctorCard } from '@core/contract/booking';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue, type Catalogue, type RulePack } from '../_store/catalog';
import { sessions, type SessionSummaryFields } from '../_store/sessions';
import { withPresentSeats } from './present-seats';
import { isReleased, sessionState } from './session-state';

/** The doctors who see patients in a clinic on one day: those with seats first. */
export const listDoctors: UseCase<typeof booking.procedures.listDoctors> = async (input, context) => {
  const { clinics, practitioners, rulePack } = await catalogue.current(context.now);
  if (!clinics.some(({ clinicId }) => clinicId === input.clinicId)) return refuse('NOT_FOUND', null);

  const found = await sessions.findSummaries(input.clinicId, input.day, input.day);
  const onSale = found.filter((session) => isReleased(session, context.now));
  const released = await withPresentSeats(onSale, rulePack, context.now);
  const cards = practitioners
    .map((practitioner) => doctorCard(practitioner, released, { rulePack, now: context.now }))
    .filter((card) => card.sessions.length > 0);
  return accept(cards.sort((a, b) => Number(isSoldOut(a)) - Number(isSoldOut(b))));
};

const isSoldOut = (card: DoctorCard): boolean => card.sessions.every(({ state }) => state !== 'open');

function doctorCard(
  practitioner: Catalogue['practitioners'][number],
  released: readonly SessionSummaryFields[],
  { rulePack, now }: { rulePack: RulePack; now: number },
): DoctorCard {
  const own = released.filter(({ practitionerId }) => practitionerId === practitioner.practitionerId);
  const { practitionerId, name, initial, title, goodAt } = practitioner;
  return {
    practitionerId,
    name,
    initial,
    title,
    goodAt,
    feeFen: own[0]?.feeFen ?? practitioner.feeFen,
    sessions: own
      .map((session) => ({
        sessionId: session._id,
        halfDay: session.halfDay,
        start: session.start,
        end: session.end,
        seatsLeft: session.onlineLeft,
        state: sessionState(session, rulePack, now),
      }))
      .sort((a, b) => (a.start < b.start ? -1 : 1)),
  };
}
