import { doctorDayKey } from '@core/domain/booking/live-keys';
import { accept, refuse } from '@core/domain/result';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { DuplicateKeyError } from '../_store/store-errors';
import { appointmentView } from './appointment-view';
import type { BookingAttempt } from './booking-attempt';
import type { BookSlotAnswer } from './booking-refusal';
import { undoBooking } from './undo-booking';

/**
 * The last write of a booking. Its unique keys catch what no single account can see: the same patient booked at the same
 * moment by mother and by father.
 */
export async function saveAppointment(
  record: AppointmentRecord,
  attempt: BookingAttempt,
): Promise<BookSlotAnswer> {
  const { hospital, context } = attempt;
  try {
    await appointments.insert(record);
    return accept(appointmentView(record, hospital.rulePack, context.now));
  } catch (thrown) {
    if (!(thrown instanceof DuplicateKeyError)) throw thrown;
  }
  const before = await appointments.findById(record._id);
  if (before) return acceptedBefore(before, record, attempt);
  await undoBooking(record);
  return refuseByLiveKey(record, attempt);
}

/** The same command came twice at once, or long after the account forgot it. */
async function acceptedBefore(
  before: AppointmentRecord,
  record: AppointmentRecord,
  { bodyIndex, hospital, context }: BookingAttempt,
): Promise<BookSlotAnswer> {
  const isOver = before.status === 'cancelled';
  if (isOver || before.seat !== record.seat)
    await undoBooking(record, { keepSeat: isOver ? null : before.seat });
  const same = before.requests.some((request) => request.bodyIndex === bodyIndex);
  if (!same) return refuse('REQUEST_ID_REUSED', null);
  return accept(appointmentView(before, hospital.rulePack, context.now));
}

async function refuseByLiveKey(
  record: AppointmentRecord,
  { hospital }: BookingAttempt,
): Promise<BookSlotAnswer> {
  const { clauses } = hospital.rulePack;
  const isSameDoctor = await appointments.holdsKey(doctorDayKey(record));
  return isSameDoctor
    ? refuse('ALREADY_BOOKED_WITH_DOCTOR', { clause: clauses['patient-doctor-day'], appointmentId: null })
    : refuse('OVERLAPS', { clause: clauses['patient-overlap'], appointmentId: null });
}
