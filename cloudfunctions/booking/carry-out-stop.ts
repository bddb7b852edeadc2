import type { Alternative } from '@core/contract/booking';
import { isAffected } from '@core/domain/clinic/stop';
import type { ClockTime } from '@core/domain/calendar-day';
import type { WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { catalogue, type Catalogue } from '../_store/catalog';
import { sessions, type Session } from '../_store/sessions';
import { findAlternatives } from './alternatives';
import { endByHospital } from './end-by-hospital';

/** As many as one run of a function ends with ease; the timer goes on with the others. */
const AT_ONCE = 60;
/** When the timer looks again at a session in which something is still under way. */
const AGAIN_MS = 60_000;
const EXTERNAL = 'external';

/**
 * Ends what a stopped session hits, one document at a time. Nothing is counted anywhere: what is still to be done is what
 * still lives, so a run that broke off is simply followed by the next, and no appointment can be ended twice.
 */
export async function carryOutStop(session: Session, context: WorkContext): Promise<void> {
  const hospital = await catalogue.current(context.now);
  const found = await appointments.findOfSession(session._id);
  const wanted = found.filter(isHit);
  const near = nearby(session, hospital, context.now);
  for (const { _id, start } of wanted.slice(0, AT_ONCE)) {
    await endOne(_id, await near(start), { hospital, context });
  }
  const isDone = wanted.length <= AT_ONCE && !(await somethingUnderWay(session._id, found));
  await sessions.postponeStop(session._id, isDone ? null : context.now + AGAIN_MS);
}

const isHit = (record: AppointmentRecord): boolean =>
  record.endedBy !== 'hospital' &&
  isAffected({ ...record, wasSeen: record.attendance === 'seen' || record.attendance === 'finished' });

interface Hands {
  readonly hospital: Catalogue;
  readonly context: WorkContext;
}

async function endOne(
  appointmentId: string,
  alternatives: readonly Alternative[],
  { hospital, context }: Hands,
): Promise<void> {
  await untilSaved(async () => {
    const record = await appointments.findById(appointmentId);
    if (!record || !isHit(record)) return null;
    const { rulePack } = hospital;
    const { next, messages } = await endByHospital(record, { alternatives, rulePack }, context);
    if (!(await appointments.replace(next))) return CHANGED;
    context.posted({ collection: 'appointments', documentId: appointmentId, messages });
    return null;
  });
}

/** Where else there is a seat, looked up once for each half-hour. */
function nearby(session: Session, hospital: Catalogue, now: number) {
  const known = new Map<ClockTime, Promise<readonly Alternative[]>>();
  return (start: ClockTime): Promise<readonly Alternative[]> => {
    const before = known.get(start);
    if (before) return before;
    const looking = findAlternatives({ session, start }, hospital, now);
    known.set(start, looking);
    return looking;
  };
}

/** A seat that was taken in the very moment of the stop becomes an appointment a little later, or is swept. */
async function somethingUnderWay(sessionId: string, found: readonly AppointmentRecord[]): Promise<boolean> {
  const session = await sessions.findById(sessionId);
  const known = new Set(found.map(({ _id }) => _id));
  const holders = Object.values(session?.claims ?? {}).map(({ holder }) => holder);
  return holders.some((holder) => holder !== EXTERNAL && !known.has(holder));
}
