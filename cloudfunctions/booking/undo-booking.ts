import type { AppointmentRecord } from '../_store/appointments';
import { sessions } from '../_store/sessions';
import { forgetLiveAppointment } from './forget-live-appointment';

/**
 * Takes back the seat and the account's entry of a booking that did not come about.
 * `keepSeat`: the appointment lives with this seat; only another one that was taken twice is given back.
 */
export async function undoBooking(
  record: AppointmentRecord,
  { keepSeat }: { readonly keepSeat: number | null } = { keepSeat: null },
): Promise<void> {
  if (record.seat !== keepSeat)
    await sessions.releaseSeat(record.sessionId, record.seat, {
      holder: record._id,
      round: record.seatRound,
    });
  if (keepSeat === null)
    await forgetLiveAppointment({ accountId: record.accountId, appointmentId: record._id, lapsedAt: null });
}
