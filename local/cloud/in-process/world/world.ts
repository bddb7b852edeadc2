import { createHash } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers';
import { enter, watchRejections, type Actor } from './actor';
import { posted, type Lane, type Post, type Ready } from './ready';
import { TimerQueue, type TimerEntry } from './timer-queue';
import { Waits, type Wait } from './waits';

/** One thing that is about to happen. */
export interface Step {
  /** Counted from 1. */
  number: number;
  label: string;
  /** Epoch milliseconds. */
  now: number;
}

export interface WorldOptions {
  /** Where the clock stands, epoch milliseconds. */
  startAt: number;
  /** Which of so many ready things happens next, from 0. Asked only where there are several. */
  order: (ready: number) => number;
  onStep?: ((step: Step) => void) | undefined;
  /** Whether work of Node is under way that is no part of the world: the clock waits for it. */
  elsewhere?: () => boolean;
}

/** Longest virtual time that something waited for may take. */
const PATIENCE_MS = 3_600_000;
/** More than this without the clock moving on is a circle. */
const MOST_STEPS_AT_ONCE = 10_000_000;
/** Node makes a timer of no time one of a millisecond: what is due by then belongs to now. */
const SHORTEST_TIMER_MS = 1;

// All microtasks and ticks that a step has caused run before the next immediate.
const drained = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
/** Real milliseconds, about, that the clock waits for work elsewhere. */
const MOST_MOMENTS = 10_000;

/**
 * Everything that happens, one thing after the other, on a clock that moves only when nothing can
 * happen and somebody waits. What is ready at the same time happens in the order that is chosen.
 */
export class World {
  readonly #options: WorldOptions;
  readonly #timers = new TimerQueue();
  readonly #waits = new Waits();
  readonly #history = createHash('sha256');
  readonly #forgetRejections = watchRejections();
  #ready: Ready[] = [];
  #now: number;
  #steps = 0;
  #stepsHere = 0;
  #running = false;
  #moments = 0;
  #failure: Error | undefined;

  constructor(options: WorldOptions) {
    this.#options = options;
    this.#now = Math.round(options.startAt);
  }

  now(): number {
    return this.#now;
  }

  get steps(): number {
    return this.#steps;
  }

  /** A digest of all that happened until now, in its order. */
  digest(): string {
    return this.#history.copy().digest('hex');
  }

  /** Takes bytes into the digest. */
  note(bytes: string | Uint8Array): void {
    this.#history.update(bytes);
  }

  post(post: Post): void {
    this.#ready.push(posted(post));
    this.#wake();
  }

  /** Adds a turn to a lane. */
  defer(lane: Lane, act: () => void): void {
    if (lane.add(act)) this.#ready.push(lane);
    this.#wake();
  }

  /** Adds a turn to a lane at an instant. */
  at(instant: number, lane: Lane, act: () => void): TimerEntry {
    const entry = this.#timers.add(instant, () => this.defer(lane, act));
    this.#wake();
    return entry;
  }

  cancel(entry: TimerEntry): void {
    this.#timers.cancel(entry);
  }

  /** Nothing more happens to this program, and nothing that it has sent arrives. */
  forget(actor: Actor): void {
    this.#ready = this.#ready.filter((one) => one.actor !== actor && one.sender !== actor);
  }

  /** Goes on, also in time, until this has come to its end. */
  async until<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const end = (): void => {
      over = true;
    };
    work.then(end, end);
    const turnedAway = this.#wait({ until: this.#now + PATIENCE_MS, forTime: false, done: () => over });
    return Promise.race([work, turnedAway.then(() => work)]);
  }

  /** Moves the clock on; all that becomes due on the way happens at its time. */
  advance(milliseconds: number): Promise<void> {
    const until = this.#now + Math.max(0, Math.round(milliseconds));
    return this.#wait({ until, forTime: true, done: () => this.#now >= until });
  }

  /** Goes on until nothing is under way; what is due later is left for later. */
  quiet(busy: () => boolean): Promise<void> {
    const done = (): boolean =>
      !busy() && (this.#timers.nextAt() ?? Infinity) > this.#now + SHORTEST_TIMER_MS;
    return this.#wait({ until: this.#now + PATIENCE_MS, forTime: false, done });
  }

  /** A program that cannot go wrong went wrong: everybody who waits hears of it. */
  fail(error: unknown): void {
    this.#failure ??= error instanceof Error ? error : new Error(String(error));
    this.#waits.fail(this.#failure);
  }

  close(): void {
    this.#forgetRejections();
    this.#ready = [];
    this.fail(new Error('the simulation is closed'));
  }

  #wait(wait: Omit<Wait, 'resolve' | 'reject'>): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waits.add({ ...wait, resolve, reject });
      this.#wake();
    });
  }

  #wake(): void {
    if (this.#running || this.#failure !== undefined) return;
    this.#running = true;
    void this.#run();
  }

  async #run(): Promise<void> {
    try {
      // Whoever is at work outside may start several things before the first one happens.
      do await (this.#moments > 0 ? aMoment() : drained());
      while (this.#failure === undefined && this.#goOn());
    } catch (error) {
      this.fail(error);
    }
    this.#running = false;
  }

  /** Lets one thing happen, or somebody go; false where there is nothing to do. */
  #goOn(): boolean {
    enter(undefined);
    for (;;) {
      this.#ringDue();
      if (this.#ready.length > 0) {
        this.#moments = 0;
        this.#step();
        return true;
      }
      if (this.#waits.settle()) return true;
      if (this.#isWorkElsewhere()) return true;
      const next = this.#waits.nextInstant(this.#timers.nextAt() ?? Infinity);
      if (next === undefined) return false;
      this.#now = next;
      this.#stepsHere = 0;
    }
  }

  #isWorkElsewhere(): boolean {
    const working = this.#moments < MOST_MOMENTS && this.#options.elsewhere?.() === true;
    this.#moments = working ? this.#moments + 1 : 0;
    return working;
  }

  #ringDue(): void {
    for (let due = this.#timers.takeDue(this.#now); due; due = this.#timers.takeDue(this.#now)) due.ring();
  }

  #step(): void {
    const index = this.#choose();
    const chosen = this.#ready[index];
    if (chosen === undefined) throw new RangeError(`there is no ready thing number ${index}`);
    this.#steps += 1;
    this.#stepsHere += 1;
    if (this.#stepsHere > MOST_STEPS_AT_ONCE) throw new Error('the simulation goes round in a circle');
    this.#options.onStep?.({ number: this.#steps, label: chosen.label, now: this.#now });
    // Whoever hears of the step may have ended the program that it belongs to.
    if (this.#ready[index] !== chosen) return;
    this.#history.update(`${this.#now} ${chosen.label}\n`);
    const act = chosen.take();
    if (chosen.over) this.#ready.splice(index, 1);
    enter(chosen.actor);
    try {
      act();
    } catch (error) {
      if (chosen.actor === undefined) throw error;
      chosen.actor.failed(error);
    }
  }

  #choose(): number {
    return this.#ready.length === 1 ? 0 : this.#options.order(this.#ready.length);
  }
}
