import type { IncomingMessage, ServerResponse } from 'node:http';
import { carry } from '../faults/carry';
import type { FaultBoard } from '../faults/faults';
import { Interruption } from '../faults/interruption';
import { accessDenied, answerLost, invalidCall, quotaExceeded, toClientError } from '../functions/failure';
import type { FunctionHost, InvocationResult } from '../functions/host';
import type { Identity, IdentityService } from '../identity/identity';
import type { OpenServices } from '../open-services';
import { fillOpenData } from '../openapi/cloud-ids';
import { PAY_CHOICES, type PayChoice, type PayService } from '../pay/pay';
import { bearer } from './bearer';
import { readObject, RequestError } from './body';
import { openDataActions } from './open-data-actions';
import { refuseJson, replyJson } from './reply';
import { listed, type ListedRoute } from './server';
import { subscribeActions } from './subscribe-routes';

export interface PhoneRouteOptions {
  identity: IdentityService;
  host: FunctionHost;
  pay: PayService;
  open: OpenServices;
  faults: FaultBoard;
}

/** Answers one address for the user whom the phone's token names. */
export type PhoneAction = (user: Identity, body: Record<string, unknown>) => Promise<unknown>;

/** What a call of a function becomes on the phone. */
export interface ClientAnswer {
  result?: unknown;
  errCode?: number;
  errMsg: string;
  requestID: string;
}

/** Turns the end of a run into what `wx.cloud.callFunction` resolves or rejects with. */
export function toClientAnswer(result: InvocationResult): ClientAnswer {
  const { requestId: requestID } = result;
  if (!result.ok) return { ...toClientError(result.failure, requestID), requestID };
  return { result: JSON.parse(result.json) as unknown, errMsg: 'cloud.callFunction:ok', requestID };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A call from the phone: the event is the data and, over it, who the token says the caller is. */
export async function invokeFromPhone(
  { host, faults }: Pick<PhoneRouteOptions, 'host' | 'faults'>,
  user: Identity,
  call: Record<string, unknown>,
): Promise<ClientAnswer> {
  const { name, data = {} } = call;
  const refuse = (failure: Parameters<typeof toClientError>[0]): ClientAnswer =>
    toClientAnswer({ ok: false, requestId: '', failure });
  if (typeof name !== 'string' || name === '') return refuse(invalidCall('the function has no name'));
  if (!isObject(data)) return refuse(invalidCall('data is not an object'));
  const operation = { action: 'invoke', function: name };
  const userInfo = { appId: user.appid, openId: user.openid };
  const event = { ...data, userInfo };
  try {
    return await carry(faults, operation, async () => {
      if (faults.strike('quota', operation)) return refuse(quotaExceeded());
      return toClientAnswer(await host.invoke({ name, event, openid: user.openid, source: 'wx_client' }));
    });
  } catch (error) {
    if (error instanceof Interruption && error.kind === 'lost-answer') return refuse(answerLost());
    throw error;
  }
}

/** Refuses in the shape in which a phone reads errors. */
function refuse(request: IncomingMessage, response: ServerResponse, { status, message }: RequestError): void {
  const failure = status === 401 ? accessDenied(message) : invalidCall(message);
  refuseJson(request, response, status, toClientAnswer({ ok: false, requestId: '', failure }));
}

/** What a phone asks of the cloud in its user's name: /invoke, /phone-code, /pay/choose, /scan, /subscribe…. */
export function phoneRoutes(options: PhoneRouteOptions): ListedRoute {
  const { identity, open, pay } = options;
  const actions: Record<string, PhoneAction> = {
    ...subscribeActions(open.messages),
    ...openDataActions(open),
    '/invoke': (user, body) => invokeFromPhone(options, user, fillOpenData(open.cloudIds, user.openid, body)),
    '/pay/choose': (user, body) => {
      const { package: packageText, choice } = body;
      if (typeof packageText !== 'string') throw new RequestError(400, 'package is missing');
      if (!PAY_CHOICES.includes(choice as PayChoice)) throw new RequestError(400, 'choice is unknown');
      return pay.choose(packageText, choice as PayChoice, user.openid);
    },
  };
  const serves = Object.keys(actions).map((path) => `POST ${path}`);
  return listed(serves, async (request, response, { pathname }) => {
    const action =
      request.method === 'POST' && Object.hasOwn(actions, pathname) ? actions[pathname] : undefined;
    if (action === undefined) return false;
    try {
      const user = bearer(request, identity);
      if (user === undefined) throw new RequestError(401, 'the identity token is not valid');
      const body = await readObject(request);
      open.visits.mark(user.openid);
      replyJson(response, 200, await action(user, body));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      refuse(request, response, error);
    }
    return true;
  });
}
