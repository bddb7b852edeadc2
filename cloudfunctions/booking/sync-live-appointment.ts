import { CHANGED, untilSaved } from '../_kernel/retry';
import { accounts } from '../_store/accounts';
import type { AppointmentRecord } from '../_store/appointments';
import { forgetLiveAppointment } from './forget-live-appointment';

/** Brings the account's entry in line with the appointment, which decides. Doing it twice does no harm. */
export async function syncLiveAppointment(record: AppointmentRecord): Promise<void> {
  if (record.status === 'cancelled') {
    const lapsedAt = record.endedBy === 'lapse' ? record.holdExpiresAt : null;
    await forgetLiveAppointment({ accountId: record.accountId, appointmentId: record._id, lapsedAt });
    return;
  }
  if (record.status !== 'booked') return;
  await untilSaved(async () => {
    const account = await accounts.findById(record.accountId);
    if (!account) return null;
    const { _id: appointmentId, patientId, practitionerId, departmentId, day, start, end } = record;
    const entry = {
      appointmentId,
      patientId,
      practitionerId,
      departmentId,
      day,
      start,
      end,
      holdExpiresAt: null,
      enteredAt: record.createdAt,
    };
    const before = account.live.find((one) => one.appointmentId === appointmentId);
    if (before?.holdExpiresAt === null && before.start === start) return null;
    const others = account.live.filter((one) => one.appointmentId !== appointmentId);
    return (await accounts.replaceFields(account, { live: [...others, entry] })) ? null : CHANGED;
  });
}
