import { Console } from 'node:console';
import { cryptoOf } from './crypto';
import { dateOf } from './date';
import { processOf, type Output } from './process';
import type { Program } from './program';
import { timerPromises, timersOf } from './timers';

/** What a program finds around it instead of the real thing. */
export interface Ambient {
  /** Global names, as the code of the program sees them. */
  globals: Record<string, unknown>;
  /** Modules of Node, by name without `node:`. */
  modules: Record<string, unknown>;
}

/** The global names that every module of a program gets as its own. */
export const AMBIENT_NAMES = [
  'process',
  'Date',
  'Math',
  'console',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'clearImmediate',
  'globalThis',
  'global',
] as const;

const refuseFetch = (): Promise<never> =>
  Promise.reject(new TypeError('fetch failed: a simulation has no network but its own'));

// Defined, not assigned: an assignment would go to the setters of the real global object.
const globalObject = (globals: Record<string, unknown>): unknown => {
  const own = Object.entries(globals).map(([name, value]) => [
    name,
    { value, writable: true, configurable: true, enumerable: true },
  ]);
  return Object.create(globalThis, Object.fromEntries(own) as PropertyDescriptorMap);
};

/** Surrounds a program. Everything that is not named here is shared with this process. */
export function ambientOf(program: Program, env: Record<string, string>, output: Output): Ambient {
  const ownProcess = processOf(program, env, output);
  const { stdout, stderr } = ownProcess as Pick<NodeJS.Process, 'stdout' | 'stderr'>;
  const console = new Console({ stdout, stderr });
  const timers = timersOf(program);
  const { global: webCrypto, module: crypto } = cryptoOf(program);
  const performance = Object.create(globalThis.performance, {
    now: { value: () => program.now() - program.startedAt },
    timeOrigin: { get: () => program.startedAt },
  }) as object;
  const globals: Record<string, unknown> = {
    ...timers,
    process: ownProcess,
    Date: dateOf(() => program.now()),
    Math: Object.create(Math, { random: { value: () => program.random.fraction() } }),
    console,
    performance,
    crypto: webCrypto,
    fetch: refuseFetch,
  };
  const own = globalObject(globals);
  globals['globalThis'] = own;
  globals['global'] = own;
  return {
    globals,
    modules: {
      process: ownProcess,
      console: Object.assign(console, { Console }),
      crypto,
      timers,
      'timers/promises': timerPromises(timers),
      perf_hooks: { performance },
    },
  };
}
