import type { Program } from './program';

type Any = (...given: unknown[]) => unknown;
type Module = Readonly<Record<string, unknown>>;

/** Whose callback takes something else than an error and one value: they stay as they are. */
const OTHER_CALLBACKS = new Set(['exists', 'read', 'write', 'readv', 'writev', 'generateKeyPair']);

/** Names of functions that come in two forms, `name` with a callback and `nameSync`. */
const twins = (real: Module): [name: string, sync: Any][] =>
  Object.keys(real).flatMap((name) => {
    const sync = real[`${name}Sync`];
    return typeof sync === 'function' && !OTHER_CALLBACKS.has(name) ? [[name, sync as Any]] : [];
  });

/**
 * A module of Node whose functions with a callback do their work in a turn of the program instead of on
 * another thread, so that when it ends follows from the seed like everything else.
 */
export function inTurns(real: Module, program: Program): Record<string, unknown> {
  const own = twins(real).map(([name, sync]): [string, Any] => [
    name,
    (...given) => {
      const done = given.at(-1);
      // Node says itself what is wrong with a call without a callback.
      if (typeof done !== 'function') return (real[name] as Any)(...given);
      program.defer(() => {
        let value: unknown;
        try {
          value = sync(...given.slice(0, -1));
        } catch (error) {
          (done as Any)(error);
          return;
        }
        (done as Any)(null, value);
      });
      return undefined;
    },
  ]);
  return { ...real, ...Object.fromEntries(own) };
}

/** The promises of node:fs in the same way; what has no synchronous form stays as it is. */
export function promisesInTurns(promises: Module, real: Module, program: Program): Record<string, unknown> {
  const own = twins(real)
    .filter(([name]) => name in promises && name !== 'open')
    .map(([name, sync]): [string, Any] => [
      name,
      (...given) =>
        new Promise((resolve, reject) => {
          program.defer(() => {
            try {
              resolve(sync(...given));
            } catch (error) {
              reject(error as Error);
            }
          });
        }),
    ]);
  return { ...promises, ...Object.fromEntries(own) };
}
