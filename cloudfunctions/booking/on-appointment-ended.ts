import type { Events } from '@core/contract/events';
import { appointments } from '../_store/appointments';
import { sessions } from '../_store/sessions';
import { forgetLiveAppointment } from './forget-live-appointment';
import { syncLiveAppointment } from './sync-live-appointment';

/** Gives the seat back to its pool and takes the appointment out of the account. Repeating it changes nothing. */
export async function onAppointmentEnded(event: Events['appointment-ended']): Promise<void> {
  const { sessionId, seat, seatRound: round, appointmentId, accountId, lapsed, at } = event;
  await sessions.releaseSeat(sessionId, seat, { holder: appointmentId, round });
  await forgetLiveAppointment({ accountId, appointmentId, lapsedAt: lapsed ? at : null });
  // Told late, after a late payment had seated it anew: it belongs in the account again.
  const latest = await appointments.findById(appointmentId);
  if (latest?.status === 'booked') await syncLiveAppointment(latest);
}
