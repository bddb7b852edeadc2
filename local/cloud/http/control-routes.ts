import { clockControl } from '../console/control/clock-control';
import type { ControlTable } from '../console/control/control-action';
import { databaseControl } from '../console/control/database-control';
import { faultControl } from '../console/control/fault-control';
import { fileControl } from '../console/control/file-control';
import { functionControl } from '../console/control/function-control';
import { identityControl } from '../console/control/identity-control';
import { messageControl } from '../console/control/message-control';
import { overviewControl } from '../console/control/overview-control';
import { payControl } from '../console/control/pay-control';
import { quotaControl } from '../console/control/quota-control';
import { timerControl } from '../console/control/timer-control';
import { Recorder } from '../console/recording/recorder';
import type { LocalCloud } from '../options';
import { CloudError } from '../protocol/cloud-error';
import { readObject, RequestError } from './body';
import { replyJson } from './reply';
import { listed, type ListedRoute } from './server';

/** What the console and the panel beside the phones may see and move. */
export type ControlOptions = Pick<
  LocalCloud,
  | 'clock'
  | 'timers'
  | 'delayedTasks'
  | 'faults'
  | 'quota'
  | 'pay'
  | 'identity'
  | 'host'
  | 'messages'
  | 'storage'
  | 'database'
>;

/** One table for each area; an address belongs to one of them. */
const tablesOf = (cloud: ControlOptions): ControlTable => {
  const recorder = new Recorder(cloud.host);
  return {
    ...overviewControl(cloud, recorder),
    ...databaseControl(cloud.database),
    ...functionControl(cloud.host, recorder),
    ...payControl(cloud.pay),
    ...messageControl(cloud.messages),
    ...fileControl(cloud.storage),
    ...timerControl(cloud.timers, cloud.delayedTasks),
    ...clockControl(cloud.clock),
    ...faultControl(cloud.faults),
    ...quotaControl(cloud.quota),
    ...identityControl(cloud.identity),
  };
};

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
