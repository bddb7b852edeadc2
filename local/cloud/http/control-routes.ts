import type { Clock } from '../clock/clock';
import type { FaultBoard, FaultRule } from '../faults/faults';
import type { FunctionHost } from '../functions/host';
import type { IdentityService } from '../identity/identity';
import type { PayService } from '../pay/pay';
import type { Timers } from '../timers/timers';
import { readObject, RequestError } from './body';
import { toClientAnswer } from './phone-routes';
import { replyJson } from './reply';
import type { Route } from './server';

export interface ControlOptions {
  clock: Clock;
  timers: Timers;
  faults: FaultBoard;
  pay: PayService;
  identity: IdentityService;
  host: FunctionHost;
}

type Body = Record<string, unknown>;
type Action = (body: Body) => unknown;

const text = (body: Body, name: string): string => {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new RequestError(400, `${name} is missing`);
  return value;
};

const number = (body: Body, name: string): number => {
  const value = body[name];
  if (typeof value !== 'number') throw new RequestError(400, `${name} is not a number`);
  return value;
};

const mintToken = (identity: IdentityService, body: Body): { token: string } => {
  const { phoneNumber } = body;
  const openid = text(body, 'openid');
  return { token: identity.mint({ openid, ...(typeof phoneNumber === 'string' ? { phoneNumber } : {}) }) };
};

const actionsOf = ({
  clock,
  timers,
  faults,
  pay,
  identity,
  host,
}: ControlOptions): Record<string, Action> => {
  const time = (): unknown => ({ now: clock.now(), offset: clock.offset() });
  return {
    'GET /control/clock': time,
    'POST /control/clock/set': (body) => clock.set(number(body, 'now')).then(time),
    'POST /control/clock/advance': (body) => clock.advance(number(body, 'ms')).then(time),
    'GET /control/timers': () => timers.list(),
    'POST /control/timers/run': async (body) => toClientAnswer(await timers.runNow(text(body, 'name'))),
    'GET /control/faults': () => faults.list(),
    'POST /control/faults': (body) => {
      faults.set(body as unknown as FaultRule);
      return faults.list();
    },
    'POST /control/faults/clear': () => {
      faults.clear();
      return [];
    },
    'GET /control/pay': () => ({
      orders: pay.orders(),
      refunds: pay.refunds(),
      callbacks: pay.callbacks(),
    }),
    'POST /control/pay/release': async () => ({ released: await pay.releaseCallbacks() }),
    'POST /control/pay/repeat': async (body) => ({
      repeated: await pay.repeatCallbacks(text(body, 'outTradeNo')),
    }),
    'POST /control/login': (body) => mintToken(identity, body),
    'GET /control/logs': () => host.logs(),
  };
};

/**
 * The panel beside the phones. The header is what a foreign page cannot send without asking first,
 * and nothing here ever allows it.
 */
export function controlRoutes(options: ControlOptions): Route {
  const actions = actionsOf(options);
  return async (request, response, { pathname }) => {
    if (!pathname.startsWith('/control/')) return false;
    if (request.headers['x-local-control'] !== '1')
      throw new RequestError(403, 'the header X-Local-Control is missing');
    const action = actions[`${request.method ?? ''} ${pathname}`];
    if (action === undefined) return false;
    const body = request.method === 'POST' ? await readObject(request) : {};
    let answer: unknown;
    try {
      answer = await action(body);
    } catch (error) {
      throw error instanceof RequestError ? error : new RequestError(400, (error as Error).message);
    }
    replyJson(response, 200, answer);
    return true;
  };
}
