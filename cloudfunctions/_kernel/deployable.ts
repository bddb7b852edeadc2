import { requireKeys } from '../_store/keys';
import { isOperator, isPayCallback, isTimer, platformCaller, type PlatformCaller } from '../_wechat/caller';
import type { WorkContext } from './call-context';
import { dispatchByFunction } from './deliver';
import { newId } from './ids';
import { now } from './clock';
import { describeFault, log } from './log';
import { withDelivery } from './with-delivery';

type Main = (event: unknown) => Promise<unknown>;
type Work = (event: unknown, context: WorkContext) => Promise<unknown>;

const REFUSED = { errcode: -1, errmsg: 'refused' };
/** Anything but errcode 0 makes WeChat Pay call back again. */
const FAILED = { errcode: -2, errmsg: 'failed' };

/** Nobody waits for a timer, and it may take a minute. */
const TIMER_DELIVERS_MS = 45_000;

/** A function that only the platform's timer may start. Runs may repeat or overlap: its work must bear it. */
export const timer = (name: string, work: Work): Main => guarded(name, isTimer, work, TIMER_DELIVERS_MS);

/** A function that only WeChat Pay may start. What the event says is a hint, never a proof. */
export const payCallback = (name: string, work: Work): Main => guarded(name, isPayCallback, work);

/** A function that only an operator with the environment's keys may start. */
export const operatorEntry = (name: string, work: Work): Main => guarded(name, isOperator, work);

function guarded(
  name: string,
  mayStart: (caller: PlatformCaller) => boolean,
  work: Work,
  deliversMs?: number,
): Main {
  requireKeys();
  return async (event) => {
    const startedAt = now();
    const traceId = newId(startedAt);
    if (!mayStart(platformCaller())) {
      log({ level: 'warn', what: 'refused caller', traceId, procedure: name });
      return REFUSED;
    }
    try {
      const patience = deliversMs === undefined ? {} : { deliversMs };
      const delivery = { actor: name, dispatch: dispatchByFunction, traceId, ...patience };
      const result = await withDelivery(delivery, (context) => work(event, context));
      log({ level: 'info', what: 'run', traceId, procedure: name, milliseconds: now() - startedAt });
      return result;
    } catch (thrown) {
      log({ level: 'error', what: 'fault', traceId, procedure: name, fault: describeFault(thrown) });
      return FAILED;
    }
  };
}
