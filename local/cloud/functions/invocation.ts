import type { Failure } from './failure';

/** A call of a function, by whomever. */
export interface Invocation {
  name: string;
  /** The event as the function gets it. */
  event: unknown;
  openid?: string;
  source: string;
  /** Functions between the user and this call. */
  depth?: number;
  /** Request of the function that makes this call. */
  parent?: string;
  /** Request id to use, where the caller has already told it to somebody; a new one where absent. */
  requestId?: string;
  /** A timer's call: the SDK then reads the trigger's token. */
  trigger?: boolean;
  /** Largest result in bytes; the client's limit where absent. */
  maxResultBytes?: number;
}

/** How a call ended: the result as JSON text, or why there is none. */
export type InvocationResult = { requestId: string } & (
  { ok: true; json: string } | { ok: false; failure: Failure }
);
