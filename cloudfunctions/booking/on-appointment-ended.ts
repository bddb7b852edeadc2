import type { Events } from '@core/contract/events';
import { sessions } from '../_store/sessions';
import { forgetLiveAppointment } from './forget-live-appointment';

/** Gives the seat back to its pool and takes the appointment out of the account. Repeating it changes nothing. */
export async function onAppointmentEnded(event: Events['appointment-ended']): Promise<void> {
  await sessions.releaseSeat(event.sessionId, event.seat, event.appointmentId);
  await forgetLiveAppointment({
    accountId: event.accountId,
    appointmentId: event.appointmentId,
    lapsedAt: event.lapsed ? event.at : null,
  });
}
