import { validateHeaderName, validateHeaderValue } from 'node:http';

/** An answer to an HTTP request, ready to be sent. */
export interface HttpReply {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

/**
 * Never passed on: what belongs to one connection, what is ours to count, and what would change how a browser treats
 * the address of this machine for everybody.
 */
const WITHHELD = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'date',
  'alt-svc',
  'clear-site-data',
  'service-worker-allowed',
  'strict-transport-security',
]);

/**
 * What a function answers is shown under the address of the preview and the console: in a sandbox a page of it has an
 * origin of its own, and can reach neither.
 */
const SANDBOX = 'sandbox allow-downloads allow-forms allow-modals allow-popups allow-scripts';

const PLAIN = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const HAS_CHARSET = /^(?:text\/|application\/(?:javascript|json)\b)(?!.*charset=)/i;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object is taken for an integration response by its statusCode, or by a body that says how it is encoded. [MEM] */
const isIntegrationResponse = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && ('statusCode' in value || ('body' in value && 'isBase64Encoded' in value));

const readStatus = (value: unknown): number => {
  const status = value === undefined ? 200 : Number(value);
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new Error('the statusCode is no status');
  return status;
};

const readHeaders = (value: unknown): Record<string, string | string[]> => {
  const headers: Record<string, string | string[]> = {};
  if (value === undefined || value === null) return headers;
  if (!isObject(value)) throw new Error('headers is no object');
  for (const [given, content] of Object.entries(value)) {
    const name = given.toLowerCase();
    if (WITHHELD.has(name)) continue;
    const texts = (Array.isArray(content) ? content : [content]).map(String);
    validateHeaderName(name);
    for (const text of texts) validateHeaderValue(name, text);
    const [only = ''] = texts;
    headers[name] = texts.length === 1 ? only : texts;
  }
  return headers;
};

const readBody = ({ body, isBase64Encoded }: Record<string, unknown>): Buffer => {
  if (body === undefined || body === null) return Buffer.alloc(0);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return Buffer.from(text, isBase64Encoded === true || isBase64Encoded === 'true' ? 'base64' : 'utf8');
};

const integrated = (response: Record<string, unknown>): HttpReply => {
  const headers = readHeaders(response['headers']);
  const type = String(headers['content-type'] ?? PLAIN);
  headers['content-type'] = HAS_CHARSET.test(type) ? `${type}; charset=utf-8` : type;
  return { status: readStatus(response['statusCode']), headers, body: readBody(response) };
};

const plain = (value: unknown): HttpReply => {
  const isText = typeof value === 'string' || typeof value === 'number';
  const text = value === null ? '' : isText ? String(value) : JSON.stringify(value);
  return { status: 200, headers: { 'content-type': isText ? PLAIN : JSON_TYPE }, body: Buffer.from(text) };
};

/**
 * Makes of a function's result what is sent: an integration response as it says, a text or a number as text, anything
 * else as JSON (CloudBase, access cloud functions via HTTP). Throws where a response is not one that can be sent.
 */
export function toHttpReply(result: unknown): HttpReply {
  const reply = isIntegrationResponse(result) ? integrated(result) : plain(result);
  const own = reply.headers['content-security-policy'] ?? [];
  reply.headers['content-security-policy'] = [own, SANDBOX].flat();
  reply.headers['x-content-type-options'] = 'nosniff';
  return reply;
}
