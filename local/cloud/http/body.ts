import type { IncomingMessage } from 'node:http';
import { readJsonObject } from '../protocol/json-text';

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

const tooLarge = (limit: number): RequestError =>
  new RequestError(413, `the body is larger than ${limit} bytes`);

/** Reads a body to its end; a longer one is refused. */
export async function readBody(request: IncomingMessage, limit = MAXIMUM_BODY_BYTES): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  // A refusal must still reach a client that is sending: the connection outlives the reading.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk as Buffer);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

/** Parses a JSON object; everything else is refused with a sentence and no trace of the parser. */
export function parseObject(body: Buffer): Record<string, unknown> {
  const reading = readJsonObject(body.toString('utf8'));
  if ('fault' in reading) throw new RequestError(400, `the body ${reading.fault}`);
  return reading.value;
}

/** Reads a JSON object from a request. */
export async function readObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  return parseObject(await readBody(request));
}
