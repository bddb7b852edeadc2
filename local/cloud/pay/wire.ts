import { readJsonObject } from '../protocol/json-text';
import type { PayReply } from './interfaces';
import type { PayRequest } from './request';

/** Reads what wx-server-sdk sends as `requestData`: JSON. What is no object has no parameters. */
export function readPayRequest(requestData: unknown): PayRequest {
  const reading = readJsonObject(String(requestData));
  return 'fault' in reading ? {} : reading.value;
}

/** The bytes of an answer: a file as it is, fields as JSON. */
export function writePayReply(reply: PayReply): Buffer {
  return Buffer.isBuffer(reply) ? reply : Buffer.from(JSON.stringify(reply));
}
