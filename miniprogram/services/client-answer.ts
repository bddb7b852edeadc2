import type { Answer, Procedure } from '@core/contract/procedure';

/** What the phone itself has to report: the answer did not come. */
export interface ClientRefusals {
  /** The phone has no network; nothing was sent. */
  OFFLINE: null;
  /** The network went while a command was under way: it may or may not have been done. */
  CUT_OFF: null;
  /** Sent, but no answer in time: it may or may not have been done. */
  TIMEOUT: null;
  /** The cloud could not be reached or broke off. */
  SERVICE_DOWN: null;
}

export type ClientCode = keyof ClientRefusals;

export interface Unanswered {
  readonly ok: false;
  readonly error: ClientCode;
  readonly detail: null;
}

/** What a page gets for a procedure: the server's answer, or why there is none. */
export type ClientAnswer<P extends Procedure> = Answer<P> | Unanswered;

export const unanswered = (error: ClientCode): Unanswered => ({ ok: false, error, detail: null });

const LOST: ReadonlySet<string> = new Set(['OFFLINE', 'CUT_OFF', 'TIMEOUT', 'SERVICE_DOWN', 'FAULT', 'BUSY']);

/** Nobody knows whether the command was done: only the same request id may be sent again. */
export const isLost = (answer: { readonly ok: boolean; readonly error?: string }): boolean =>
  !answer.ok && answer.error !== undefined && LOST.has(answer.error);
