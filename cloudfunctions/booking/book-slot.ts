import type { booking } from '@core/contract/booking';
import { accept, refuse } from '@core/domain/result';
import { slotAt } from '@core/domain/booking/seats';
import { bodyIndexOf, replayOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { bindingPlace, type Account, type BoundPerson } from '../_store/accounts';
import { appointments } from '../_store/appointments';
import { blindIndex } from '../_store/blind-index';
import { catalogue } from '../_store/catalog';
import { open } from '../_store/sealed-field';
import { sessions } from '../_store/sessions';
import { appointmentView } from './appointment-view';
import type { BookingAttempt } from './booking-attempt';
import { bookingRefusal, slotFull, type BookSlotAnswer } from './booking-refusal';
import { decide, enterLiveAppointment, liveEntry } from './enter-live-appointment';
import { consented } from '../_kernel/consented';
import { endOwnLapsedHolds } from './end-own-lapsed-holds';
import { flagBar } from './flag-bar';
import { newAppointment } from './new-appointment';
import { saveAppointment } from './save-appointment';
import { signedInAccount } from '../_kernel/signed-in-account';
import { takeSeat } from './take-seat';
import { undoBooking } from './undo-booking';

/**
 * Holds a seat. Three writes: the seat (one conditional update that only one caller can win), the caller's account, the
 * appointment. A call that breaks off in between is finished by its retry, or its seat is freed by the sweeper.
 */
export const bookSlot: UseCase<typeof booking.procedures.bookSlot> = async (input, context) => {
  const [found, session, hospital] = await Promise.all([
    signedInAccount(context),
    sessions.findById(input.sessionId),
    catalogue.current(context.now),
  ]);
  if (!found) return refuse('SIGNED_OUT', null);
  if (!consented(found, hospital.rulePack.consent)) return refuse('CONSENT_MISSING', null);

  const bodyIndex = bodyIndexOf('bookSlot', input);
  const appointmentId = `a${blindIndex('appointment', `${context.caller.accountId}\n${input.requestId}`)}`;
  const replay = replayOf(found.requests, input.requestId, bodyIndex);
  if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
  if (replay === 'same') {
    const accepted = await appointments.findById(appointmentId);
    if (accepted) return accept(appointmentView(accepted, hospital.rulePack, context.now));
  }

  const account = await endOwnLapsedHolds(found, context);
  const slot = session && slotAt(session, input.start);
  const clinic = session && hospital.clinics.find(({ clinicId }) => clinicId === session.clinicId);
  const person = boundPerson(account, input.patientId);
  if (!session || !slot || !clinic || !person) return refuse('NOT_FOUND', null);
  const flagged = await flagBar(
    account,
    { patientId: input.patientId, clinicId: clinic.clinicId },
    context.now,
  );
  if (flagged) {
    context.viewed(input.patientId);
    return flagged;
  }
  return hold({ input, context, appointmentId, bodyIndex, hospital, clinic, session, slot, person }, account);
};

async function hold(attempt: BookingAttempt, account: Account): Promise<BookSlotAnswer> {
  const first = decide(attempt, account);
  if (!first.ok) return bookingRefusal(first, attempt);

  const seat = await takeSeat(attempt);
  if (seat === null) return slotFull(attempt);

  const record = newAppointment(attempt, seat);
  const entered = await enterLiveAppointment(attempt, account, liveEntry(record));
  if (!entered.ok) {
    // The same tap may have come through on another way meanwhile: then its seat is not to be taken back.
    if (!(await appointments.findById(record._id))) await undoBooking(record);
    return bookingRefusal(entered, attempt);
  }
  return saveAppointment(record, attempt);
}

function boundPerson(account: Account, patientId: string): BoundPerson | null {
  const binding = account.bindings.find((bound) => bound.patientId === patientId);
  return binding
    ? (JSON.parse(open(binding.person, bindingPlace(account._id, patientId))) as BoundPerson)
    : null;
}
