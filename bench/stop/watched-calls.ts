import type { LocalCloud } from '../../local/cloud/index';

/** What the calls of one function cost; times in real milliseconds. */
export interface CallsOf {
  readonly name: string;
  calls: number;
  longestMs: number;
  failed: number;
  reads: number;
  writes: number;
  /** The largest answer that it gave, in bytes. */
  largest: number;
}

/** Hears of every call of every function from now on. */
export class WatchedCalls {
  readonly #of = new Map<string, CallsOf>();
  readonly #stop: () => void;
  #running = 0;
  /** What the functions complained of, and how often. */
  readonly complaints = new Map<string, number>();

  constructor({ host }: LocalCloud, ended: (name: string) => void = () => undefined) {
    this.#stop = host.onInvocation((record) => {
      const { name, durationMs, operations, resultBytes = 0, lines } = record;
      if (durationMs === undefined) {
        this.#running += 1;
        return;
      }
      this.#running -= 1;
      const of = this.#calls(name);
      of.calls += 1;
      of.longestMs = Math.max(of.longestMs, durationMs);
      of.failed += record.failure === undefined ? 0 : 1;
      of.reads += operations.reads;
      of.writes += operations.writes;
      of.largest = Math.max(of.largest, resultBytes);
      for (const { text } of lines) this.#hear(text);
      ended(name);
    });
  }

  /** Whether nothing runs at this moment. */
  get isQuiet(): boolean {
    return this.#running === 0;
  }

  get calls(): readonly CallsOf[] {
    return [...this.#of.values()].sort((a, b) => b.longestMs - a.longestMs);
  }

  stop(): void {
    this.#stop();
  }

  #calls(name: string): CallsOf {
    const known = this.#of.get(name);
    if (known) return known;
    const fresh = { name, calls: 0, longestMs: 0, failed: 0, reads: 0, writes: 0, largest: 0 };
    this.#of.set(name, fresh);
    return fresh;
  }

  #hear(text: string): void {
    for (const line of text.split('\n')) {
      const what = /"level":"(?:warn|error)".*?"what":"([^"]+)"/.exec(line)?.[1];
      if (what !== undefined) this.complaints.set(what, (this.complaints.get(what) ?? 0) + 1);
    }
  }
}
