import { instantAt } from '@core/domain/calendar-day';
import { liveKeys } from '@core/domain/booking/live-keys';
import { freeSeats, neighbours, seatHeldBy, slotAt } from '@core/domain/booking/seats';
import type { WorkContext } from '../_kernel/call-context';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { sessions, type SeatClaim, type Session, type SessionSlot } from '../_store/sessions';

/**
 * A12: a seat for a payment that came after its hold had ended. The same half-hour first; another one of the session only
 * where the patient had agreed to it; never one that has begun, or in which the patient is elsewhere by now. Null where
 * there is none.
 */
export async function reseat(
  record: AppointmentRecord,
  context: WorkContext,
): Promise<AppointmentRecord | null> {
  const session = await sessions.findById(record.sessionId);
  const own = session && slotAt(session, record.start);
  if (!session || !own || session.status === 'stopped') return null;

  const claim = claimOf(record, context);
  const kept = seatHeldBy(session, record._id);
  const keptSlot = session.slots.find(({ seats }) => kept !== null && seats.includes(kept));
  if (kept !== null && keptSlot) {
    if (!(await mayMoveTo(keptSlot, record, context))) return null;
    if (await keep(session, kept, claim)) return seated(record, keptSlot, kept);
  }
  const acceptable = [own, ...(record.acceptsNearby ? neighbours(session, record.start) : [])];
  for (const slot of acceptable) {
    if (!(await mayMoveTo(slot, record, context))) continue;
    for (const seat of freeSeats(session, slot)) {
      if (await sessions.claimSeat(session._id, seat, claim)) return seated(record, slot, seat);
    }
  }
  return null;
}

const claimOf = (record: AppointmentRecord, context: WorkContext): SeatClaim => ({
  holder: record._id,
  round: record.seatRound + 1,
  patientId: record.patientId,
  accountId: record.accountId,
  claimedAt: context.now,
});

/** A seat that is still claimed: by an earlier try of this, or by the ended hold, whose release then comes too late. */
async function keep(session: Session, seat: number, claim: SeatClaim): Promise<boolean> {
  const before = session.claims[String(seat)];
  if (!before) return false;
  return before.round === claim.round || sessions.renewClaim(session._id, seat, [before, claim]);
}

async function mayMoveTo(
  { start, end }: SessionSlot,
  record: AppointmentRecord,
  context: WorkContext,
): Promise<boolean> {
  if (context.now >= instantAt(record.day, start)) return false;
  return !(await appointments.holdsAnyKey(liveKeys({ ...record, start, end })));
}

function seated(record: AppointmentRecord, { start, end }: SessionSlot, seat: number): AppointmentRecord {
  const moved = start !== record.start;
  return {
    ...record,
    start,
    end,
    seat,
    seatRound: record.seatRound + 1,
    movedFrom: moved ? { start: record.start, end: record.end } : record.movedFrom,
    liveKeys: liveKeys({ ...record, start, end }),
  };
}
