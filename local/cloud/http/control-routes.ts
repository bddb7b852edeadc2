import { clockControl } from '../console/control/clock-control';
import type { ControlTable } from '../console/control/control-action';
import { faultControl } from '../console/control/fault-control';
import { functionControl } from '../console/control/function-control';
import { identityControl } from '../console/control/identity-control';
import { messageControl } from '../console/control/message-control';
import { payControl } from '../console/control/pay-control';
import { timerControl } from '../console/control/timer-control';
import type { LocalCloud } from '../options';
import { CloudError } from '../protocol/cloud-error';
import { readObject, RequestError } from './body';
import { replyJson } from './reply';
import { listed, type ListedRoute } from './server';

/** What the console and the panel beside the phones may see and move. */
export type ControlOptions = Pick<
  LocalCloud,
  'clock' | 'timers' | 'faults' | 'pay' | 'identity' | 'host' | 'messages'
>;

/** One table for each area; an address belongs to one of them. */
const tablesOf = (cloud: ControlOptions): ControlTable => ({
  ...clockControl(cloud.clock),
  ...timerControl(cloud.timers),
  ...faultControl(cloud.faults),
  ...payControl(cloud.pay),
  ...identityControl(cloud.identity),
  ...messageControl(cloud.messages),
  ...functionControl(cloud.host),
});

const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT';
const NO_COLLECTION = 'DATABASE_COLLECTION_NOT_EXIST';

/** Whatever an action throws is the fault of the request, told in its own words. */
const asRequestError = (error: unknown): RequestError => {
  if (error instanceof RequestError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof CloudError ? error.code : '';
  return new RequestError(code === CONFLICT ? 409 : code === NO_COLLECTION ? 404 : 400, message);
};

/**
 * The console, and the panel beside the phones. The header is what a foreign page cannot send without asking first,
 * and nothing here ever allows it.
 */
export function controlRoutes(cloud: ControlOptions): ListedRoute {
  const actions = tablesOf(cloud);
  return listed(Object.keys(actions), async (request, response, { pathname, searchParams: query }) => {
    if (!pathname.startsWith('/control/')) return false;
    if (request.headers['x-local-control'] !== '1')
      throw new RequestError(403, 'the header X-Local-Control is missing');
    const place = `${request.method ?? ''} ${pathname}`;
    const action = Object.hasOwn(actions, place) ? actions[place] : undefined;
    if (action === undefined) return false;
    const body = request.method === 'POST' ? await readObject(request) : {};
    let answer: unknown;
    try {
      answer = await action({ body, query });
    } catch (error) {
      throw asRequestError(error);
    }
    replyJson(response, 200, answer);
    return true;
  });
}
