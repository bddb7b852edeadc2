import { Console } from 'node:console';
import * as fs from 'node:fs';
import * as zlib from 'node:zlib';
import { cryptoOf, webCryptoOf } from './crypto';
import { dateOf } from './date';
import { inTurns, promisesInTurns } from './in-turns';
import { processOf, type Output } from './process';
import type { Program } from './program';
import { timerPromises, timersOf } from './timers';

/** What a program finds around it instead of the real thing. */
export interface Ambient {
  /** Global names, as the code of the program sees them. */
  globals: Record<string, unknown>;
  /** How modules of Node are made, by name without `node:`; each is made once, when it is required. */
  modules: Record<string, () => unknown>;
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
  'AbortSignal',
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

/** AbortSignal whose `timeout` keeps the program's time; everything else of it is the real one's. */
const abortSignalOf = (program: Program): typeof AbortSignal =>
  new Proxy(AbortSignal, {
    get: (real, name): unknown => {
      if (name !== 'timeout') return Reflect.get(real, name);
      return (milliseconds: number): AbortSignal => {
        const controller = new AbortController();
        const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
        program.after(milliseconds, () => controller.abort(reason));
        return controller.signal;
      };
    },
  });

// Defined, not assigned: an assignment would go to the setters of the real global object.
const globalObject = (globals: Record<string, unknown>): unknown => {
  const own = Object.entries(globals).map(([name, value]) => [
    name,
    { value, writable: true, configurable: true, enumerable: true },
  ]);
  return Object.create(globalThis, Object.fromEntries(own) as PropertyDescriptorMap);
};

const modulesOf = (program: Program, globals: Record<string, unknown>): Ambient['modules'] => {
  const timers = timersOf(program);
  const promises = (): unknown => promisesInTurns(fs.promises, fs, program);
  return {
    process: () => globals['process'],
    console: () => Object.assign(globals['console'] as object, { Console }),
    crypto: () => cryptoOf(program, globals['crypto']),
    timers: () => timers,
    'timers/promises': () => timerPromises(timers),
    perf_hooks: () => ({ performance: globals['performance'] }),
    fs: () => ({ ...inTurns(fs, program), promises: promises() }),
    'fs/promises': promises,
    zlib: () => inTurns(zlib, program),
  };
};

/** Surrounds a program. Everything that is not named here is shared with this process. */
export function ambientOf(program: Program, env: Record<string, string>, output: Output): Ambient {
  const ownProcess = processOf(program, env, output);
  const { stdout, stderr } = ownProcess as Pick<NodeJS.Process, 'stdout' | 'stderr'>;
  const console = new Console({ stdout, stderr });
  const webCrypto = webCryptoOf(program);
  const performance = Object.create(globalThis.performance, {
    now: { value: () => program.now() - program.startedAt },
    timeOrigin: { get: () => program.startedAt },
  }) as object;
  const globals: Record<string, unknown> = {
    ...timersOf(program),
    process: ownProcess,
    Date: dateOf(() => program.now()),
    Math: Object.create(Math, { random: { value: () => program.random.fraction() } }),
    console,
    performance,
    crypto: webCrypto,
    fetch: refuseFetch,
    AbortSignal: abortSignalOf(program),
  };
  const own = globalObject(globals);
  globals['globalThis'] = own;
  globals['global'] = own;
  return { globals, modules: modulesOf(program, globals) };
}
