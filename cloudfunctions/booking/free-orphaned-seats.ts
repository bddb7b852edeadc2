import { MINUTE_MS } from '@core/domain/calendar-day';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { sessions, type SeatClaim, type Session } from '../_store/sessions';
import { forgetLiveAppointment } from './forget-live-appointment';

const EXTERNAL = 'external';
const AT_ONCE = 100;

/**
 * A call that broke off after taking a seat and was never tried again leaves a claim without an appointment. Once the hold
 * it was to become would have ended, the seat goes back on sale. A session is looked at until all its claims are that
 * old, so no pause of the timer, however long, loses an orphan.
 */
export async function freeOrphanedSeats(now: number): Promise<void> {
  const { rulePack } = await catalogue.current(now);
  const madeBefore = now - rulePack.holdMinutes * MINUTE_MS;
  for (const session of await sessions.findUnswept(AT_ONCE)) {
    await freeOrphansOf(session, madeBefore);
    const isQuiet = own(session).every(([, { claimedAt }]) => claimedAt <= madeBefore);
    if (isQuiet && session.lastClaimAt <= madeBefore) await sessions.markSwept(session);
  }
}

async function freeOrphansOf(session: Session, madeBefore: number): Promise<void> {
  for (const [seat, claim] of own(session)) {
    if (claim.claimedAt > madeBefore) continue;
    const appointment = await appointments.findById(claim.holder);
    const lives = appointment !== null && appointment.status !== 'cancelled';
    if (lives && sitsOn(appointment, Number(seat), claim)) continue;
    // The claim goes last: broken off before, the next run begins anew.
    if (claim.accountId && !lives) {
      await forgetLiveAppointment({
        accountId: claim.accountId,
        appointmentId: claim.holder,
        lapsedAt: null,
        enteredBefore: madeBefore,
      });
    }
    await sessions.releaseSeat(session._id, Number(seat), claim);
  }
}

/** Claims of this service; seats that other channels gave out are not its to free. */
const own = ({ claims }: Session): [string, SeatClaim][] =>
  Object.entries(claims).filter(([, { holder }]) => holder !== EXTERNAL);

const sitsOn = (appointment: AppointmentRecord, seat: number, claim: SeatClaim): boolean =>
  appointment.seat === seat && appointment.seatRound === claim.round;
