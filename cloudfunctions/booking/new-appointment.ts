import { liveKeys } from '@core/domain/booking/live-keys';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { maskName } from '@core/domain/identity/mask';
import { audited } from '../_kernel/call-context';
import type { AppointmentRecord } from '../_store/appointments';
import { seal } from '../_store/sealed-field';
import { COURIER_DELAY_MS } from '../_kernel/call-context';
import type { BookingAttempt } from './booking-attempt';
import { FIRST_ROUND } from './seat-round';

/** The appointment that a taken seat becomes. The fee is fixed here; a free visit is booked at once. */
export function newAppointment(attempt: BookingAttempt, seat: number): AppointmentRecord {
  const { appointmentId, session, slot, clinic, hospital, input, context, person } = attempt;
  const practitioner = hospital.practitioners.find((one) => one.practitionerId === session.practitionerId);
  const isFree = session.feeFen === 0;
  const visit = {
    patientId: input.patientId,
    practitionerId: session.practitionerId,
    day: session.day,
    start: slot.start,
    end: slot.end,
  };
  return {
    _id: appointmentId,
    revision: 0,
    ...visit,
    status: isFree ? 'booked' : 'pending',
    endedBy: null,
    accountId: context.authority.holderId,
    maskedName: seal(maskName(person.name), { documentId: appointmentId, field: 'maskedName' }),
    practitionerName: practitioner?.name ?? '',
    practitionerTitle: practitioner?.title ?? '',
    departmentId: clinic.departmentId,
    clinicId: clinic.clinicId,
    clinicName: clinic.name,
    preparation: clinic.preparation,
    sessionId: session._id,
    seat,
    seatRound: FIRST_ROUND,
    place: session.place,
    feeFen: session.feeFen,
    holdExpiresAt: isFree ? null : holdExpiry(attempt),
    payment: isFree ? 'none' : 'waiting',
    paidAt: null,
    acceptsNearby: input.acceptNearby,
    movedFrom: null,
    refund: null,
    liveKeys: liveKeys(visit),
    createdAt: context.now,
    requests: [{ requestId: input.requestId, bodyIndex: attempt.bodyIndex, at: context.now }],
    audit: [audited(context, isFree ? 'appointment.book' : 'appointment.hold')],
    outbox: [],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  };
}

export const holdExpiry = ({ context, hospital }: BookingAttempt): number =>
  context.now + hospital.rulePack.holdMinutes * MINUTE_MS;
