import type { Answer } from '@core/contract/procedure';
import type { booking, Clause } from '@core/contract/booking';
import type { BookingBars } from '@core/domain/booking/may-book';
import { refuse, type Refusal } from '@core/domain/result';
import type { BookingAttempt } from './booking-attempt';
import { findAlternatives } from './alternatives';
import type { StandingBars } from './enter-live-appointment';

export type BookSlotAnswer = Answer<typeof booking.procedures.bookSlot>;

/** Adds to a rule's refusal what the patient is told with it: the hospital's clause, or where else there is a seat. */
export async function bookingRefusal(
  bar: Refusal<BookingBars & StandingBars>,
  attempt: BookingAttempt,
): Promise<BookSlotAnswer> {
  const { clauses } = attempt.hospital.rulePack;
  switch (bar.error) {
    case 'SIGNED_OUT':
    case 'CONSENT_MISSING':
    case 'NOT_FOUND':
      return bar;
    case 'SESSION_STOPPED':
      return refuse(bar.error, { alternatives: await alternativesTo(attempt) });
    case 'NOT_YET_ON_SALE':
      return refuse(bar.error, { clause: clauses['release-time'], ...bar.detail });
    case 'SALE_CLOSED':
      return refuse(bar.error, {
        clause: clauses['same-day-cut-off'],
        alternatives: await alternativesTo(attempt),
      });
    case 'TOO_MANY_HOLDS':
      return refuse(bar.error, { clause: clauses['unpaid-holds'], ...bar.detail });
    case 'COOLING_DOWN':
      return refuse(bar.error, { clause: clauses['cool-down'], ...bar.detail });
    case 'ALREADY_BOOKED_WITH_DOCTOR':
      return refuse(bar.error, { clause: clauses['patient-doctor-day'], ...bar.detail });
    case 'OVERLAPS':
      return refuse(bar.error, { clause: clauses['patient-overlap'], ...bar.detail });
    case 'AGE_NOT_ACCEPTED':
    case 'SEX_NOT_ACCEPTED':
      return refuse(bar.error, { clause: conditionClause(attempt) });
    case 'LIMIT_REACHED':
      return refuse(bar.error, {
        clause: clauses[`patient-${bar.detail.scope}`],
        maximum: bar.detail.maximum,
      });
  }
}

export const slotFull = async (attempt: BookingAttempt): Promise<BookSlotAnswer> =>
  refuse('SLOT_FULL', { alternatives: await alternativesTo(attempt) });

const alternativesTo = ({ session, input, hospital, context }: BookingAttempt) =>
  findAlternatives({ session, start: input.start }, hospital, context.now);

function conditionClause({ clinic }: BookingAttempt): Clause {
  if (!clinic.condition) throw new Error('A clinic without a condition refused somebody');
  return clinic.condition.clause;
}
