import { MINUTE_MS } from '@core/domain/calendar-day';
import { appointments } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { sessions, type Session } from '../_store/sessions';
import { forgetLiveAppointment } from './forget-live-appointment';

const EXTERNAL = 'external';
const AT_ONCE = 100;

/**
 * A call that broke off after taking a seat and was never tried again leaves a claim without an appointment. Once the hold
 * it was to become would have ended, the seat goes back on sale.
 */
export async function freeOrphanedSeats(now: number): Promise<void> {
  const { rulePack } = await catalogue.current(now);
  const holdMs = rulePack.holdMinutes * MINUTE_MS;
  // Twice the hold: a claim is looked at between one and two holds after it was made, however the timer is delayed.
  for (const session of await sessions.findClaimedSince(now - 2 * holdMs - MINUTE_MS, AT_ONCE)) {
    await freeOrphansOf(session, now - holdMs);
  }
}

async function freeOrphansOf(session: Session, madeBefore: number): Promise<void> {
  for (const [seat, claim] of Object.entries(session.claims)) {
    if (claim.holder === EXTERNAL || claim.claimedAt > madeBefore) continue;
    const appointment = await appointments.findById(claim.holder);
    if (appointment && appointment.status !== 'cancelled') continue;
    await sessions.releaseSeat(session._id, Number(seat), claim.holder);
    if (claim.accountId) {
      await forgetLiveAppointment({
        accountId: claim.accountId,
        appointmentId: claim.holder,
        lapsedAt: null,
      });
    }
  }
}
