import { MINUTE_MS } from '@core/domain/calendar-day';
import { chooseSeat, seatHeldBy } from '@core/domain/booking/seats';
import { sessions, type SeatClaim, type Session } from '../_store/sessions';
import { ContentionError } from '../_store/store-errors';
import type { BookingAttempt } from './booking-attempt';
import { FIRST_ROUND } from './seat-round';

/** A crowd of hundreds on one half-hour settles in a few rounds: each round at least one of them gets a seat. */
const MOST_ROUNDS = 40;
/** The sweeper lets claims alone for much longer than this. */
const FRESH_MS = MINUTE_MS;

/**
 * Takes a free online seat of the slot for the appointment: its number, or null where the slot is full.
 * A seat that an earlier, broken-off call of the same tap took is found again.
 */
export async function takeSeat(attempt: BookingAttempt): Promise<number | null> {
  let { session } = attempt;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const seat = seatHeldBy(session, attempt.appointmentId) ?? freeSeat(attempt, session, round);
    if (seat === null || session.status === 'stopped') return null;
    if (await claim(attempt, session, seat)) return seat;
    const reread = await sessions.findById(session._id);
    if (!reread) return null;
    session = reread;
  }
  throw new ContentionError('The seats of a slot kept changing');
}

function freeSeat(attempt: BookingAttempt, session: Session, round: number): number | null {
  const slot = session.slots.find(({ start }) => start === attempt.slot.start);
  return slot ? chooseSeat(session, slot, round, Math.random()) : null;
}

/** One's own claim that waited for its retry is dated anew, so that the sweeper does not free it meanwhile. */
async function claim(attempt: BookingAttempt, session: Session, seat: number): Promise<boolean> {
  const own = session.claims[String(seat)];
  if (!own) return sessions.claimSeat(session._id, seat, claimOf(attempt));
  if (attempt.context.now - own.claimedAt < FRESH_MS) return true;
  return sessions.renewClaim(session._id, seat, [own, claimOf(attempt)]);
}

const claimOf = ({ appointmentId, input, context }: BookingAttempt): SeatClaim => ({
  holder: appointmentId,
  round: FIRST_ROUND,
  patientId: input.patientId,
  accountId: context.authority.holderId,
  claimedAt: context.now,
});
