import type { AffectedVisit } from '@core/contract/clinic-views';
import { ZERO_FEN } from '@core/domain/money';
import type { AppointmentRecord } from '../_store/appointments';
import { hitByStop } from '../_store/hit-by-stop';
import { open } from '../_store/sealed-field';

/** Whom a stop hits or has hit, in the order of their numbers; those whom another doctor sent come last. */
export async function affectedVisits(sessionId: string): Promise<readonly AppointmentRecord[]> {
  const hits = [...(await hitByStop(sessionId))];
  return hits
    .sort((a, b) => Number(a.sentHere) - Number(b.sentHere) || a.record.seat - b.record.seat)
    .map(({ record }) => record);
}

/** How far the stop has come with one appointment. */
function progressOf({ status, payment, refund, endedBy }: AppointmentRecord): AffectedVisit['progress'] {
  if (endedBy !== 'hospital') return 'waiting';
  if (refund) return refund.state === 'done' ? 'refunded' : 'refunding';
  if (status !== 'cancelled') return 'waiting';
  return payment === 'paid' ? 'owed' : 'told';
}

/** One of the affected, as doctor and administrator see it. */
export const affectedView = (record: AppointmentRecord): AffectedVisit => ({
  appointmentId: record._id,
  maskedPatientName: open(record.maskedName, { documentId: record._id, field: 'maskedName' }),
  start: record.start,
  queueNumber: record.seat,
  paidFen: record.payment === 'paid' ? record.feeFen : ZERO_FEN,
  progress: progressOf(record),
  unreached: record.unreached === true,
});
