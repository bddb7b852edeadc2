import { chooseSeat, seatHeldBy } from '@core/domain/booking/seats';
import { ContentionError } from '../_store/store-errors';
import { sessions, type SeatClaim } from '../_store/sessions';
import type { BookingAttempt } from './booking-attempt';

/** A crowd of hundreds on one half-hour settles in a few rounds: each round at least one of them gets a seat. */
const MOST_ROUNDS = 40;

/**
 * Takes a free online seat of the slot for the appointment: its number, or null where the slot is full.
 * A seat that an earlier, broken-off call of the same tap took is found again.
 */
export async function takeSeat(attempt: BookingAttempt): Promise<number | null> {
  let { session } = attempt;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const held = seatHeldBy(session, attempt.appointmentId);
    if (held !== null) return held;
    const slot = session.slots.find(({ start }) => start === attempt.slot.start);
    const seat = slot ? chooseSeat(session, slot, round, Math.random()) : null;
    if (seat === null || session.status === 'stopped') return null;
    if (await sessions.claimSeat(session._id, seat, claimOf(attempt))) return seat;
    const reread = await sessions.findById(session._id);
    if (!reread) return null;
    session = reread;
  }
  throw new ContentionError('The seats of a slot kept changing');
}

const claimOf = ({ appointmentId, input, context }: BookingAttempt): SeatClaim => ({
  holder: appointmentId,
  patientId: input.patientId,
  accountId: context.caller.accountId,
  claimedAt: context.now,
});
