import type { StopView } from '@core/contract/clinic-views';
import type { CallContext } from '../_kernel/call-context';
import { sessions } from '../_store/sessions';
import type { StopRecord } from '../_store/stops';
import { affectedView, affectedVisits } from './affected-visits';

/**
 * A request with everyone it hits. That it is done is not stored anywhere: it is done once nobody waits any more. Null
 * where the session is gone.
 */
export async function stopView(record: StopRecord, context: CallContext): Promise<StopView | null> {
  const hits = record.state === 'requested' || record.state === 'running';
  const [session, records] = await Promise.all([
    sessions.findById(record.sessionId),
    hits ? affectedVisits(record.sessionId) : [],
  ]);
  if (!session) return null;
  for (const { patientId } of records) context.viewed(patientId);
  const affected = records.map(affectedView);
  const isDone = record.state === 'running' && affected.every(({ progress }) => progress !== 'waiting');
  const { day, halfDay, start, end, place } = session;
  return {
    stopId: record._id,
    sessionId: record.sessionId,
    practitionerName: record.practitionerName,
    clinicName: record.clinicName,
    day,
    halfDay,
    start,
    end,
    place,
    reason: record.reason,
    state: isDone ? 'done' : record.state,
    note: record.note,
    requestedAt: record.requestedAt,
    decidedAt: record.decidedAt,
    affected,
  };
}
