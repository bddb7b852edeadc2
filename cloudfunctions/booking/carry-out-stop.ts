import type { WorkContext } from '../_kernel/call-context';
import { now } from '../_kernel/clock';
import { fewAtOnce } from '../_kernel/few-at-once';
import { describeFault, log } from '../_kernel/log';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { appointments } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { hitByStop, isStillHit, type HitByStop } from '../_store/hit-by-stop';
import { sessions, type Session } from '../_store/sessions';
import { openingsElsewhere } from './alternatives';
import { endByHospital, type Stopping } from './end-by-hospital';

/** Side by side, so that a full waiting room is told well within a function's time. */
const SIDE_BY_SIDE = 4;
/** When the timer looks again at a session in which something is still under way. */
const AGAIN_MS = 60_000;
const EXTERNAL = 'external';

/**
 * Ends what a stopped session hits, one document at a time, and begins none after `until`. Nothing is counted anywhere: what
 * is still to be done is what still lives, so a run that broke off is simply followed by the next, and no appointment can
 * be ended twice.
 */
export async function carryOutStop(session: Session, until: number, context: WorkContext): Promise<void> {
  const hospital = await catalogue.current(context.now);
  const before = await appointments.findIdsOfSession(session._id);
  const found = await hitByStop(session._id);
  const wanted = found.filter(({ record }) => record.endedBy !== 'hospital');
  let served = 0;
  if (wanted.length > 0) {
    const openings = await openingsElsewhere(session, hospital, context.now);
    const serve = async (hit: HitByStop): Promise<void> => {
      const alternatives = openings(hit.record.start);
      served += (await isServed(hit, { session, hospital, alternatives }, context)) ? 1 : 0;
    };
    await fewAtOnce(wanted, SIDE_BY_SIDE, serve, () => now() < until);
  }
  const later = isUnderWay(session, before) ? context.now + AGAIN_MS : null;
  await sessions.postponeStop(session._id, served < wanted.length ? context.now : later);
}

/** One that cannot be ended now must not keep the others waiting; the timer comes back to it. */
async function isServed(hit: HitByStop, stopping: Stopping, context: WorkContext): Promise<boolean> {
  try {
    await endOne(hit, stopping, context);
    return true;
  } catch (thrown) {
    const { traceId } = context;
    log({ level: 'error', what: 'unended by a stop', traceId, fault: describeFault(thrown) });
    return false;
  }
}

/**
 * A seat that was taken in the very moment of the stop becomes an appointment a little later, or is swept: `known` are those
 * that had become one before those whom the stop hits were looked up.
 */
function isUnderWay({ claims }: Session, known: readonly string[]): boolean {
  const served = new Set([EXTERNAL, ...known]);
  return Object.values(claims).some(({ holder }) => !served.has(holder));
}

async function endOne(hit: HitByStop, stopping: Stopping, context: WorkContext): Promise<void> {
  const appointmentId = hit.record._id;
  await untilSaved(async () => {
    const record = await appointments.findById(appointmentId);
    if (!record || record.endedBy === 'hospital' || !isStillHit(record, hit.sentHere)) return null;
    const { next, messages } = await endByHospital(record, stopping, context);
    if (!(await appointments.replace(next))) return CHANGED;
    context.posted({ collection: 'appointments', documentId: appointmentId, messages });
    return null;
  });
}
