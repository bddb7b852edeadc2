import { liveKeys } from '@core/domain/booking/live-keys';
import { freeSeats, neighbours, seatHeldBy, slotAt } from '@core/domain/booking/seats';
import type { WorkContext } from '../_kernel/call-context';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { sessions, type SessionSlot } from '../_store/sessions';

/**
 * A12: a seat for a payment that came after its hold had ended. The same half-hour first; another one of the session only
 * where the patient had agreed to it. Null where there is none.
 */
export async function reseat(
  record: AppointmentRecord,
  context: WorkContext,
): Promise<AppointmentRecord | null> {
  const session = await sessions.findById(record.sessionId);
  const own = session && slotAt(session, record.start);
  if (!session || !own || session.status === 'stopped') return null;
  if (await appointments.holdsAnyKey(liveKeys(record))) return null;

  const held = seatHeldBy(session, record._id);
  const heldSlot = held !== null && session.slots.find((slot) => slot.seats.includes(held));
  if (held !== null && heldSlot) return seated(record, heldSlot, held);

  const acceptable = [own, ...(record.acceptsNearby ? neighbours(session, record.start) : [])];
  for (const slot of acceptable) {
    for (const seat of freeSeats(session, slot)) {
      const { _id: holder, patientId, accountId } = record;
      const claim = { holder, patientId, accountId, claimedAt: context.now };
      if (await sessions.claimSeat(session._id, seat, claim)) return seated(record, slot, seat);
    }
  }
  return null;
}

function seated(record: AppointmentRecord, { start, end }: SessionSlot, seat: number): AppointmentRecord {
  const moved = start !== record.start;
  return {
    ...record,
    start,
    end,
    seat,
    movedFrom: moved ? { start: record.start, end: record.end } : record.movedFrom,
    liveKeys: liveKeys({ ...record, start, end }),
  };
}
