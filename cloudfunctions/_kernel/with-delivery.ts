import type { Authority } from './access/authority';
import type { Posted, WorkContext } from './call-context';
import { now } from './clock';
import { deliverPosted, type Dispatch } from './deliver';
import { newId } from './ids';

/**
 * So long after its beginning a call still begins to deliver: half of what a function may take, and less than another
 * function that waits for it would wait. What is left is the courier's, within the minute.
 */
const DELIVERS_MS = 8_000;

interface Work {
  readonly actor: string;
  readonly dispatch: Dispatch;
  readonly traceId?: string;
  /** In what capacity; left out for timers, callbacks and events. */
  readonly authority?: Authority;
  /** Left out where somebody waits for the answer. */
  readonly deliversMs?: number;
}

/**
 * Runs work, then delivers at once the messages it stored, and those that their handlers stored in turn.
 * Delivery comes before the answer because a function's process may be frozen as soon as it has answered.
 */
export async function withDelivery<T>(work: Work, run: (context: WorkContext) => Promise<T>): Promise<T> {
  const at = now();
  const posted: Posted[] = [];
  const context: WorkContext = {
    now: at,
    traceId: work.traceId ?? newId(at),
    actor: work.actor,
    authority: work.authority ?? null,
    posted: (document) => posted.push(document),
  };
  const result = await run(context);
  const goesOn = (): boolean => now() - at < (work.deliversMs ?? DELIVERS_MS);
  while (posted.length > 0) await deliverPosted(posted.splice(0), work.dispatch, context, goesOn);
  return result;
}
