import type { AffectedVisit } from '@core/contract/clinic-views';
import { isAffected } from '@core/domain/clinic/stop';
import { ZERO_FEN } from '@core/domain/money';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { open } from '../_store/sealed-field';

/** Whom a stop hits or has hit, in the order of their numbers. */
export async function affectedVisits(sessionId: string): Promise<readonly AppointmentRecord[]> {
  const found = await appointments.findOfSession(sessionId);
  return found
    .filter((one) => one.endedBy === 'hospital' || isAffected({ ...one, wasSeen: wasSeen(one) }))
    .sort((a, b) => a.seat - b.seat);
}

const wasSeen = ({ attendance }: AppointmentRecord): boolean =>
  attendance === 'seen' || attendance === 'finished';

/** How far the stop has come with one appointment. */
function progressOf({ status, refund, endedBy }: AppointmentRecord): AffectedVisit['progress'] {
  if (endedBy !== 'hospital') return 'waiting';
  if (refund) return refund.state === 'done' ? 'refunded' : 'refunding';
  return status === 'cancelled' ? 'told' : 'waiting';
}

/** One of the affected, as doctor and administrator see it. */
export const affectedView = (record: AppointmentRecord): AffectedVisit => ({
  appointmentId: record._id,
  maskedPatientName: open(record.maskedName, { documentId: record._id, field: 'maskedName' }),
  start: record.start,
  queueNumber: record.seat,
  paidFen: record.payment === 'paid' ? record.feeFen : ZERO_FEN,
  progress: progressOf(record),
});
