import { createRequire } from 'node:module';
import { types } from 'node:util';
import type { EventMessage, EventOutcome } from '../messages';

type Handler = (event: unknown, context: unknown) => unknown;

/** Characters of an error's message that reach the caller, and of its stack that reach the log. */
const LONGEST_MESSAGE = 10_000;
const LONGEST_STACK = 50_000;

const requireModule = (path: string): unknown => createRequire(path)(path);

const handlerOf = (loaded: unknown): Handler => {
  const main = (loaded as { main?: unknown } | undefined)?.main;
  if (typeof main !== 'function') throw new Error('handler not found: index.main is not a function');
  return main as Handler;
};

// An error of another realm (node:vm) is none of ours by `instanceof`.
const isError = (thrown: unknown): thrown is Error => thrown instanceof Error || types.isNativeError(thrown);

const show = (thrown: unknown): { message: unknown; stack: unknown } => {
  if (isError(thrown)) return { message: thrown.message, stack: thrown.stack ?? thrown.message };
  const message = typeof thrown === 'string' ? thrown : (JSON.stringify(thrown) as string | undefined);
  return { message: message ?? String(thrown), stack: message ?? String(thrown) };
};

/** Describes anything that was thrown: a function may throw what is not an Error, or cannot be shown. */
export function describe(thrown: unknown): { message: string; stack: string } {
  try {
    const { message, stack } = show(thrown);
    return {
      message: String(message).slice(0, LONGEST_MESSAGE),
      stack: String(stack).slice(0, LONGEST_STACK),
    };
  } catch {
    const message = 'a value that cannot be shown was thrown';
    return { message, stack: message };
  }
}

/** Runs one event to its end. The module is loaded once per instance: `load` answers the same one again. */
export async function runEvent(message: EventMessage, load = requireModule): Promise<EventOutcome> {
  const { requestId, maxResultBytes } = message;
  try {
    const result = await handlerOf(load(message.module))(JSON.parse(message.event), message.context);
    // A missing result travels as null; JSON.stringify itself throws on cycles and bigints.
    const json = (JSON.stringify(result ?? null) as string | undefined) ?? 'null';
    const bytes = Buffer.byteLength(json);
    if (bytes > maxResultBytes) return { type: 'oversize', requestId, bytes };
    return { type: 'result', requestId, json };
  } catch (thrown) {
    return { type: 'failure', requestId, fatal: false, ...describe(thrown) };
  }
}
