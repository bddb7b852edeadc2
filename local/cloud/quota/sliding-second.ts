const SECOND_MS = 1000;

/** Lets so many through in any span of one second, wherever it begins; what was refused does not count. */
export class SlidingSecond {
  readonly #limit: number;
  /** When the last ones were let through, oldest at `#next`. */
  readonly #times: number[] = [];
  #next = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether one more is let through at this time (milliseconds that only grow). */
  take(now: number): boolean {
    const before = this.#times[this.#next];
    if (before !== undefined && now - before < SECOND_MS) return false;
    this.#times[this.#next] = now;
    this.#next = (this.#next + 1) % this.#limit;
    return true;
  }
}
