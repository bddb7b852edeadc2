import type { WorkContext } from '../_kernel/call-context';
import { describeFault, log } from '../_kernel/log';
import { sessions } from '../_store/sessions';
import { carryOutStop } from './carry-out-stop';

/** More sessions than a hospital stops in a minute. */
const AT_ONCE = 10;

/** Goes on with stops that broke off, or in which a booking was still under way. */
export async function finishStops(context: WorkContext): Promise<void> {
  for (const session of await sessions.findStopping(context.now, AT_ONCE)) {
    try {
      await carryOutStop(session, context);
    } catch (thrown) {
      // One session that cannot be finished must not keep the others waiting.
      log({
        level: 'error',
        what: 'unfinished stop',
        traceId: context.traceId,
        fault: describeFault(thrown),
      });
    }
  }
}
