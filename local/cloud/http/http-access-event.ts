import type { IncomingMessage } from 'node:http';
import { PAYLOAD_LIMITS } from '../quota/payload-limits';
import { readBody } from './body';

/** An HTTP request as a function gets it: CloudBase, access cloud functions via HTTP, "integration request". */
export interface IntegrationRequest {
  /** Path below the trigger path, beginning with a slash. */
  path: string;
  httpMethod: string;
  headers: Record<string, string>;
  queryStringParameters: Record<string, string>;
  requestContext: { requestId: string; envId: string; appId: number; uin: number };
  body: string;
  isBase64Encoded: boolean;
}

/** What the gateway knows of a request beside the request itself. */
export interface Arrival {
  url: URL;
  /** Path below the trigger path. */
  path: string;
  requestId: string;
  envId: string;
}

/** Numbers of the account behind an environment; a local one has none, so these are invented. */
const ACCOUNT = { appId: 1_250_000_000, uin: 100_000_000_000 };

/** Types whose bodies travel as text; which these are is only shown by examples. [MEM] */
const TEXT =
  /^(?:text\/|application\/(?:json|xml|javascript|x-www-form-urlencoded)\b|[^;]*\+(?:json|xml)\b)/i;

/** As base64 a body grows by a third, and as such it must fit. */
const BINARY_BYTES = Math.floor((PAYLOAD_LIMITS.httpBinary * 3) / 4);

const readHeaders = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );

const decode = (bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Reads a request to its end. A body above the platform's limits throws a RequestError with status 413. */
export async function integrationRequest(
  request: IncomingMessage,
  { url, path, requestId, envId }: Arrival,
): Promise<IntegrationRequest> {
  const { 'content-type': type = '' } = request.headers;
  const isText = TEXT.test(type);
  const bytes = await readBody(request, isText ? PAYLOAD_LIMITS.httpText : BINARY_BYTES);
  const text = isText || bytes.length === 0 ? decode(bytes) : undefined;
  return {
    path,
    httpMethod: request.method ?? 'GET',
    headers: readHeaders(request),
    // Of a parameter that is given twice, the last one counts. [MEM]
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: { requestId, envId, ...ACCOUNT },
    body: text ?? bytes.toString('base64'),
    isBase64Encoded: text === undefined,
  };
}
