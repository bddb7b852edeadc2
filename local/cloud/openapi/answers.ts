import { randomBytes } from 'node:crypto';
import type { JsonAnswer } from './interface';

const eight = (): string => randomBytes(4).toString('hex');

/** A success with the interface's own fields, in snake case. */
export function succeed(fields: Readonly<Record<string, unknown>> = {}): JsonAnswer {
  return { errcode: 0, errmsg: 'ok', ...fields };
}

/** A refusal in WeChat's wording, which ends in an id of the request. */
export function refuse(errcode: number, reason: string): JsonAnswer {
  return { errcode, errmsg: `${reason} rid: ${eight()}-${eight()}-${eight()}` };
}
