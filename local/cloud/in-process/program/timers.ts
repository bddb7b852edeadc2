import { promisify } from 'node:util';
import type { Program, Turn } from './program';

type Callback = (...given: unknown[]) => void;

/** Node's rule: what is no time, or longer than a timer can hold, is one millisecond. */
const LONGEST_MS = 2 ** 31 - 1;
const delayOf = (given: unknown): number => {
  const milliseconds = Number(given);
  return milliseconds >= 1 && milliseconds <= LONGEST_MS ? Math.trunc(milliseconds) : 1;
};

/** A timer as a program holds it; whether it keeps a process alive does not matter here. */
class Timeout {
  #turn: Turn | undefined;
  readonly #start: () => Turn;

  constructor(
    readonly id: number,
    start: (timeout: Timeout) => Turn,
  ) {
    this.#start = () => start(this);
    this.refresh();
  }

  refresh(): this {
    this.#turn?.cancel();
    this.#turn = this.#start();
    return this;
  }

  close(): this {
    this.#turn?.cancel();
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }

  [Symbol.toPrimitive](): number {
    return this.id;
  }
}

/** The timer functions of one program, on the world's clock. */
export interface ProgramTimers {
  setTimeout: (act: Callback, delay?: unknown, ...given: unknown[]) => Timeout;
  setInterval: (act: Callback, delay?: unknown, ...given: unknown[]) => Timeout;
  setImmediate: (act: Callback, ...given: unknown[]) => Timeout;
  clearTimeout: (timer: unknown) => void;
  clearInterval: (timer: unknown) => void;
  clearImmediate: (timer: unknown) => void;
}

/** Makes the timer functions of a program. */
export function timersOf(program: Program): ProgramTimers {
  const known = new Map<number, Timeout>();
  let count = 0;
  const make = (start: (timeout: Timeout) => Turn): Timeout => new Timeout((count += 1), start);
  const setTimeout = (act: Callback, delay?: unknown, ...given: unknown[]): Timeout =>
    make((timeout) =>
      program.after(delayOf(delay), () => {
        known.delete(timeout.id);
        act(...given);
      }),
    );
  const setInterval = (act: Callback, delay?: unknown, ...given: unknown[]): Timeout =>
    make((timeout) =>
      program.after(delayOf(delay), () => {
        timeout.refresh();
        act(...given);
      }),
    );
  const setImmediate = (act: Callback, ...given: unknown[]): Timeout =>
    make(() => program.defer(() => act(...given)));
  const clear = (timer: unknown): void => {
    if (timer instanceof Timeout) timer.close();
  };
  // util.promisify(setTimeout) is how Node's documents make a pause.
  Object.defineProperty(setTimeout, promisify.custom, {
    value: (delay: unknown, value: unknown) =>
      new Promise((resolve) => setTimeout(() => resolve(value), delay)),
  });
  Object.defineProperty(setImmediate, promisify.custom, {
    value: (value: unknown) => new Promise((resolve) => setImmediate(() => resolve(value))),
  });
  return {
    setTimeout,
    setInterval,
    setImmediate,
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate: clear,
  };
}

/** The module `timers/promises` over the same timers; intervals are left to the callback form. */
export function timerPromises({ setTimeout, setImmediate }: ProgramTimers): Record<string, unknown> {
  const wait = (delay: unknown, value: unknown): Promise<unknown> =>
    new Promise((resolve) => setTimeout(() => resolve(value), delay));
  return {
    setTimeout: wait,
    setImmediate: (value: unknown) => new Promise((resolve) => setImmediate(() => resolve(value))),
    scheduler: { wait, yield: () => wait(0, undefined) },
  };
}
