import type { WorkContext } from '../_kernel/call-context';
import { describeFault, log } from '../_kernel/log';
import { sessions, type Session } from '../_store/sessions';
import { carryOutStop } from './carry-out-stop';

/** More sessions than a hospital stops in a minute. */
const SESSIONS = 10;
/** Appointments that one run ends with ease, of however many sessions; the next minute goes on. */
const AT_ONCE = 90;

/** Goes on with stops that broke off, that hit very many, or in which a booking was still under way. */
export async function finishStops(context: WorkContext): Promise<void> {
  let left = AT_ONCE;
  for (const session of await sessions.findStopping(context.now, SESSIONS)) {
    if (left === 0) return;
    left -= await endedOf(session, left, context);
  }
}

/** One session that cannot be finished must not keep the others waiting. */
async function endedOf(session: Session, most: number, context: WorkContext): Promise<number> {
  try {
    return await carryOutStop(session, most, context);
  } catch (thrown) {
    const { traceId } = context;
    log({ level: 'error', what: 'unfinished stop', traceId, fault: describeFault(thrown) });
    return 0;
  }
}
