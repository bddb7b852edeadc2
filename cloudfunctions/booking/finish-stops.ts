import type { WorkContext } from '../_kernel/call-context';
import { now } from '../_kernel/clock';
import { describeFault, log } from '../_kernel/log';
import { sessions, type Session } from '../_store/sessions';
import { carryOutStop } from './carry-out-stop';

/** More sessions than a hospital stops in a minute. */
const SESSIONS = 10;
/** Until then a run of the timer ends appointments, of however many sessions; the next minute goes on. */
const ENDS_MS = 25_000;

/** Goes on with stops that broke off, that hit very many, or in which a booking was still under way. */
export async function finishStops(context: WorkContext): Promise<void> {
  const until = context.now + ENDS_MS;
  for (const session of await sessions.findStopping(context.now, SESSIONS)) {
    if (now() >= until) return;
    await finishStop(session, until, context);
  }
}

/** One session that cannot be finished must not keep the others waiting. */
async function finishStop(session: Session, until: number, context: WorkContext): Promise<void> {
  try {
    await carryOutStop(session, until, context);
  } catch (thrown) {
    const { traceId } = context;
    log({ level: 'error', what: 'unfinished stop', traceId, fault: describeFault(thrown) });
  }
}
