import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Interruption } from '../faults/interruption';
import type { Caller, CallerTokens } from '../identity/caller';
import { CloudError } from '../protocol/cloud-error';
import { toFailure, toSuccess, type ActionResult } from '../protocol/envelope';
import { parseObject, readBody, RequestError } from './body';
import { multipartBoundary, parseMultipart } from './multipart';
import { replyBytes, replyJson } from './reply';
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

/** The endpoint of wx-server-sdk; every refusal after the credential is HTTP 200 with a code. */
export function adminRoute({ secretId, callers, handle }: AdminRouteOptions): ListedRoute {
  return listed(['POST /admin'], async (request, response, url) => {
    if (url.pathname !== '/admin' || request.method !== 'POST') return false;
    if (!hasCredential(request, secretId)) throw new RequestError(403, 'the credential is not of this start');
    const { action, body, form } = await readRequest(request);
    const requestId = randomUUID();
    const caller = callers.read(body['wxCloudApiToken']);
    try {
      const answer = await handle({ action, body, form, caller, requestId });
      if (Buffer.isBuffer(answer)) replyBytes(response, answer);
      else replyJson(response, 200, toSuccess(requestId, answer));
    } catch (error) {
      // What the SDK says itself when its time is over; other interruptions break the connection off.
      const isLost = error instanceof Interruption && error.kind === 'lost-answer';
      if (error instanceof Interruption && !isLost) throw error;
      const shown = isLost ? new CloudError('SYS_ERR', 'request timeout') : error;
      replyJson(response, 200, toFailure(requestId, shown));
    }
    return true;
  });
}
