import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Catalog } from '../functions/catalog';
import type { Failure } from '../functions/failure';
import type { Invocation, InvocationResult } from '../functions/invocation';
import { isTriggerPath } from '../functions/trigger-path';
import { PAYLOAD_LIMITS } from '../quota/payload-limits';
import { RequestError } from './body';
import { integrationRequest } from './http-access-event';
import { toHttpReply, type HttpReply } from './http-access-reply';
import { findTrigger, HTTP_PREFIX } from './http-access-paths';
import { refuseJson } from './reply';
import { listed, type ListedRoute } from './server';

export interface HttpAccessOptions {
  catalog: Catalog;
  invoke: (invocation: Invocation) => Promise<InvocationResult>;
  envId: string;
  /** Trigger paths and their functions, over those of the functions' own config.json. */
  paths?: Readonly<Record<string, string>>;
  /** Real milliseconds after which the gateway gives up; the function runs on to its own limit. */
  timeoutMs?: number;
}

/** WeChat, invokeCloudFunction: a function that was triggered over HTTP has 5 s; that a trigger path has the same: [MEM]. */
export const HTTP_TIMEOUT_MS = 5000;

/** Names as in CloudBase's list of errors of cloud functions over HTTP and INVALID_PATH [COMM]; statuses are [MEM]. */
const REFUSALS: Readonly<Record<string, { status: number; code: string }>> = {
  FUNCTION_NOT_FOUND: { status: 404, code: 'FUNCTION_NOT_FOUND' },
  EXCEED_CONCURRENT_REQUEST_LIMIT: { status: 429, code: 'FUNCTION_EXCEED_RESOURCE_LIMIT' },
  EXCEED_MAX_PAYLOAD_SIZE: { status: 413, code: 'EXCEED_MAX_PAYLOAD_SIZE' },
  FUNCTIONS_TIME_LIMIT_EXCEEDED: { status: 504, code: 'FUNCTION_TIME_LIMIT_EXCEEDED' },
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: { status: 500, code: 'FUNCTION_MEMORY_LIMIT_EXCEEDED' },
};
const FAILED = { status: 500, code: 'FUNCTION_INVOCATION_FAILED' };
const NO_PATH = { status: 404, code: 'INVALID_PATH' };

class GatewayError extends Error {
  readonly refusal: { status: number; code: string };

  constructor(refusal: { status: number; code: string }, message: string) {
    super(message);
    this.refusal = refusal;
  }
}

// What a function threw is for its log: an outsider is told the kind of failure and where to find it.
const asGatewayError = (failure: Failure): GatewayError =>
  new GatewayError(REFUSALS[failure.code] ?? FAILED, 'the function gave no answer');

const inTime = async <T>(work: Promise<T>, milliseconds: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const refusal = REFUSALS['FUNCTIONS_TIME_LIMIT_EXCEEDED'] ?? FAILED;
      reject(new GatewayError(refusal, `no answer within ${milliseconds} ms`));
    }, milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const asReply = (json: string): HttpReply => {
  try {
    return toHttpReply(JSON.parse(json) as unknown);
  } catch {
    throw new GatewayError(FAILED, 'the function’s response cannot be sent');
  }
};

const send = (request: IncomingMessage, response: ServerResponse, reply: HttpReply): void => {
  const { status, headers, body } = reply;
  const empty = status === 204 || status === 304;
  response.writeHead(status, empty ? headers : { ...headers, 'content-length': body.length });
  response.end(empty || request.method === 'HEAD' ? undefined : body);
};

const refuse = (error: unknown): GatewayError => {
  if (error instanceof GatewayError) return error;
  if (error instanceof RequestError && error.status === 413)
    return new GatewayError({ status: 413, code: 'EXCEED_MAX_PAYLOAD_SIZE' }, error.message);
  throw error;
};

/**
 * Functions behind addresses of their own: `/http` + trigger path + anything below. A function is reachable only where
 * its config.json says `"http": {"path": "/..."}` or the cloud was started with a path for it. Anybody may call it, so
 * it learns no OPENID, and a page of a foreign origin may send to it too.
 */
export function httpAccessRoute(options: HttpAccessOptions): ListedRoute {
  const { catalog, invoke, envId, paths = {}, timeoutMs = HTTP_TIMEOUT_MS } = options;
  const wrong = Object.keys(paths).find((path): boolean => !isTriggerPath(path));
  if (wrong !== undefined) throw new Error(`${wrong} is not a trigger path`);
  const call = async (request: IncomingMessage, url: URL, requestId: string): Promise<HttpReply> => {
    const trigger = findTrigger(url.pathname.slice(HTTP_PREFIX.length), catalog.list(), paths);
    if (trigger === undefined) throw new GatewayError(NO_PATH, 'no function has this path');
    const { name, path } = trigger;
    const event = await integrationRequest(request, { url, path, requestId, envId });
    const maxResultBytes = PAYLOAD_LIMITS.httpResult;
    const running = invoke({ name, event, source: 'wx_http', requestId, maxResultBytes });
    const result = await inTime(running, timeoutMs);
    if (!result.ok) throw asGatewayError(result.failure);
    return asReply(result.json);
  };
  return listed([`GET ${HTTP_PREFIX}/*`, `POST ${HTTP_PREFIX}/*`], async (request, response, url) => {
    if (!url.pathname.startsWith(`${HTTP_PREFIX}/`)) return false;
    const requestId = randomUUID();
    try {
      send(request, response, await call(request, url, requestId));
    } catch (error) {
      const { refusal, message } = refuse(error);
      refuseJson(request, response, refusal.status, { code: refusal.code, message, requestId });
    }
    return true;
  });
}
