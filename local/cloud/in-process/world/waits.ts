/** Somebody outside the world who waits for it to go on. */
export interface Wait {
  /** Time may move on to here on behalf of this wait, and no further. */
  readonly until: number;
  /** Asked when nothing is ready. */
  done(): boolean;
  resolve(): void;
  reject(error: Error): void;
  /** Whether the time itself is waited for: then the clock stops there even if no timer rings. */
  readonly forTime: boolean;
}

/** Everybody who waits. Time stands still while there is nobody. */
export class Waits {
  readonly #waits = new Set<Wait>();

  add(wait: Wait): void {
    this.#waits.add(wait);
  }

  remove(wait: Wait): void {
    this.#waits.delete(wait);
  }

  /** Lets those go who are done; answers whether there was one. */
  settle(): boolean {
    const done = [...this.#waits].filter((wait) => wait.done());
    for (const wait of done) {
      this.#waits.delete(wait);
      wait.resolve();
    }
    return done.length > 0;
  }

  /** The instant to which time may move, given the next timer; whoever cannot go there is turned away. */
  nextInstant(timer: number): number | undefined {
    const times = [...this.#waits].filter(({ forTime }) => forTime).map(({ until }) => until);
    const next = Math.min(timer, ...times);
    for (const wait of this.#waits) {
      if (next <= wait.until) continue;
      this.#waits.delete(wait);
      wait.reject(new Error(overdue(timer)));
    }
    return this.#waits.size === 0 ? undefined : next;
  }

  fail(error: Error): void {
    for (const wait of this.#waits) wait.reject(error);
    this.#waits.clear();
  }
}

const overdue = (timer: number): string =>
  timer === Infinity
    ? 'the simulation stands still: nothing can run and no timer is set'
    : 'what was waited for did not come within the time that a call may take';
