import { instantAt, MINUTE_MS } from '@core/domain/calendar-day';
import { audited, message } from '../_kernel/call-context';
import { ownersOf } from '../_store/bound-accounts';
import type { AppointmentRecord } from '../_store/appointments';
import type { BookingAttempt } from './booking-attempt';
import { newAppointment } from './new-appointment';

/** The appointment of an added seat: held as long as the hospital's rule says, never beyond the session's end. */
export async function newAddOn(attempt: BookingAttempt, seat: number): Promise<AppointmentRecord> {
  const { context, session, hospital } = attempt;
  const record = newAppointment(attempt, seat);
  const held = context.now + hospital.rulePack.addOns.holdMinutes * MINUTE_MS;
  const holdExpiresAt =
    record.holdExpiresAt === null ? null : Math.min(held, instantAt(session.day, session.end));
  const added = {
    ...record,
    holdExpiresAt,
    audit: [audited(context, 'appointment.add-on', session.practitionerId)],
  };
  return { ...added, outbox: await addOnNews(added, attempt) };
}

async function addOnNews(record: AppointmentRecord, { context, input }: BookingAttempt) {
  const { _id: appointmentId, clinicName, practitionerName, day, start, holdExpiresAt: expiresAt } = record;
  const owners = await ownersOf(input.patientId);
  return owners.map((accountId) =>
    message(context, 'message-wanted', {
      messageId: `add-on-granted-${appointmentId}-${accountId}`,
      accountId,
      patientId: input.patientId,
      kind: 'add-on-granted',
      fields: { appointmentId, clinicName, practitionerName, day, start, expiresAt },
    }),
  );
}
