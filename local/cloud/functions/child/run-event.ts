import { createRequire } from 'node:module';
import type { EventMessage, EventOutcome } from '../messages';

type Handler = (event: unknown, context: unknown) => unknown;

const requireModule = (path: string): unknown => createRequire(path)(path);

const handlerOf = (loaded: unknown): Handler => {
  const main = (loaded as { main?: unknown } | undefined)?.main;
  if (typeof main !== 'function') throw new Error('handler not found: index.main is not a function');
  return main as Handler;
};

/** Describes anything that was thrown; a function may throw what is not an Error. */
export function describe(thrown: unknown): { message: string; stack: string } {
  if (thrown instanceof Error) return { message: thrown.message, stack: thrown.stack ?? thrown.message };
  let message: string;
  try {
    message = typeof thrown === 'string' ? thrown : JSON.stringify(thrown);
  } catch {
    message = 'a value that cannot be shown was thrown';
  }
  return { message, stack: message };
}

/** Runs one event to its end. The module is loaded once per instance: `load` answers the same one again. */
export async function runEvent(message: EventMessage, load = requireModule): Promise<EventOutcome> {
  const { requestId } = message;
  try {
    const result = await handlerOf(load(message.module))(JSON.parse(message.event), message.context);
    // A missing result travels as null; JSON.stringify itself throws on cycles and bigints.
    const json = JSON.stringify(result ?? null) as string | undefined;
    return { type: 'result', requestId, json: json ?? 'null' };
  } catch (thrown) {
    return { type: 'failure', requestId, fatal: false, ...describe(thrown) };
  }
}
