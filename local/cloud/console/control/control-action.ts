import { RequestError } from '../../http/body';

/** What a control request brings: the JSON object of a POST, the words after `?` of a GET. */
export interface ControlRequest {
  readonly body: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
}

/** Answers one control request with plain data; what it throws becomes a 4xx with its message. */
export type ControlAction = (request: ControlRequest) => unknown;

/** The actions of one area, by method and path: `GET /control/clock`. */
export type ControlTable = Readonly<Record<string, ControlAction>>;

/** A text that must be there. */
export function textOf({ body }: Pick<ControlRequest, 'body'>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new RequestError(400, `${name} is missing`);
  return value;
}

/** A text that may be absent or empty. */
export function optionalTextOf({ body }: Pick<ControlRequest, 'body'>, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new RequestError(400, `${name} is not a text`);
  return value;
}

/** A finite number that must be there. */
export function numberOf({ body }: Pick<ControlRequest, 'body'>, name: string): number {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new RequestError(400, `${name} is not a number`);
  return value;
}

/** A whole number from 0 up to a limit; absent gives the other one. */
export function countOf(
  { body }: Pick<ControlRequest, 'body'>,
  name: string,
  { otherwise, atMost }: { otherwise: number; atMost: number },
): number {
  const value = body[name] ?? otherwise;
  if (!Number.isSafeInteger(value) || Number(value) < 0 || Number(value) > atMost)
    throw new RequestError(400, `${name} is not a whole number from 0 to ${atMost}`);
  return Number(value);
}
