import type { IncomingMessage } from 'node:http';

/** A request that cannot be served as it is; `status` is the HTTP status of the answer. */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Largest body in bytes: the event limit of the underlying function service. */
export const MAXIMUM_BODY_BYTES = 6 * 1024 * 1024;

/** Reads a body to its end; a longer one is refused. */
export async function readBody(request: IncomingMessage, limit = MAXIMUM_BODY_BYTES): Promise<Buffer> {
  const tooLarge = new RequestError(413, `the body is larger than ${limit} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > limit) throw tooLarge;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Parses a JSON object; everything else is refused with a sentence and no trace of the parser. */
export function parseObject(body: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new RequestError(400, 'the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RequestError(400, 'the body is not a JSON object');
  return value as Record<string, unknown>;
}

/** Reads a JSON object from a request. */
export async function readObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  return parseObject(await readBody(request));
}
