import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Interruption } from '../faults/interruption';
import type { Caller, CallerTokens } from '../identity/caller';
import { CloudError } from '../protocol/cloud-error';
import { toFailure, toSuccess, type ActionResult } from '../protocol/envelope';
import { parseObject, readBody, RequestError } from './body';
import { multipartBoundary, parseMultipart } from './multipart';
import { refuseJson, replyBytes, replyJson } from './reply';
import { listed, type ListedRoute } from './server';

/** A request of wx-server-sdk with all that is known of its sender. */
export interface AdminRequest {
  action: string;
  /** Parameters of a JSON request; the text fields of a form. */
  body: Record<string, unknown>;
  /** Fields of a form as bytes; empty for a JSON request. */
  form: ReadonlyMap<string, Buffer>;
  caller: Caller | undefined;
  requestId: string;
}

/** Answers a request: bytes for the open interfaces and payment, else an envelope's content. */
export type AdminHandler = (request: AdminRequest) => Promise<ActionResult | Buffer>;

export interface AdminRouteOptions {
  /** Secret id given to the function processes of this start. */
  secretId: string;
  callers: CallerTokens;
  handle: AdminHandler;
}

const hasCredential = (request: IncomingMessage, secretId: string): boolean => {
  const given = / Credential=([^/]*)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const [a, b] = [Buffer.from(given), Buffer.from(secretId)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const readRequest = async (
  request: IncomingMessage,
): Promise<Pick<AdminRequest, 'body' | 'form' | 'action'>> => {
  const bytes = await readBody(request);
  const boundary = multipartBoundary(request.headers['content-type']);
  const form = boundary === undefined ? new Map<string, Buffer>() : parseMultipart(bytes, boundary);
  const texts = [...form].map(([name, value]) => [name, value.toString('utf8')]);
  const body =
    boundary === undefined ? parseObject(bytes) : (Object.fromEntries(texts) as Record<string, unknown>);
  const { action } = body;
  if (typeof action !== 'string') throw new RequestError(400, 'the request names no action');
  return { action, body, form };
};

// The SDK sends an empty text where the function has no token. Code of a token that is not ours: [MEM].
const FORGED_TOKEN = 'INVALID_REQUEST_SOURCE';

const callerOf = (callers: CallerTokens, token: unknown): Caller | undefined => {
  const caller = callers.read(token);
  if (caller === undefined && token !== undefined && token !== '')
    throw new CloudError(FORGED_TOKEN, 'the caller token is not of this start');
  return caller;
};

/** What the SDK is told of an error, and with which HTTP status: it reads the code of a 200 only. */
const describe = (error: unknown): { status: number; shown: unknown } => {
  // What the SDK says itself when its time is over.
  if (error instanceof Interruption)
    return { status: 200, shown: new CloudError('SYS_ERR', 'request timeout') };
  if (!(error instanceof RequestError)) return { status: 200, shown: error };
  const status = error.status === 400 ? 200 : error.status;
  return { status, shown: new CloudError('INVALID_PARAM', error.message) };
};

/** The endpoint of wx-server-sdk; every refusal of a request that was read is HTTP 200 with a code. */
export function adminRoute({ secretId, callers, handle }: AdminRouteOptions): ListedRoute {
  const answer = async (request: IncomingMessage, requestId: string): Promise<ActionResult | Buffer> => {
    if (!hasCredential(request, secretId)) throw new RequestError(403, 'the credential is not of this start');
    const { action, body, form } = await readRequest(request);
    return handle({ action, body, form, caller: callerOf(callers, body['wxCloudApiToken']), requestId });
  };
  return listed(['POST /admin'], async (request, response, url) => {
    if (url.pathname !== '/admin' || request.method !== 'POST') return false;
    const requestId = randomUUID();
    try {
      const answered = await answer(request, requestId);
      if (Buffer.isBuffer(answered)) replyBytes(response, answered);
      else replyJson(response, 200, toSuccess(requestId, answered));
    } catch (error) {
      // Interruptions that are no lost answer break the connection off.
      if (error instanceof Interruption && error.kind !== 'lost-answer') throw error;
      const { status, shown } = describe(error);
      refuseJson(request, response, status, toFailure(requestId, shown));
    }
    return true;
  });
}
