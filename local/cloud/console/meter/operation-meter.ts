import type { LocalDatabase, OperationReport } from '../../database/options';
import type { SecondLine } from '../shared/overview';

/** Whole seconds that are kept. */
export const SECONDS_KEPT = 60;
/** Real milliseconds after which a meter that nobody reads stops listening. */
const PATIENCE_MS = 15_000;

/** Counts operations by real seconds, as long as somebody looks. */
export class OperationMeter {
  readonly #listen: LocalDatabase['onOperation'];
  readonly #now: () => number;
  readonly #seconds = new Map<number, SecondLine>();
  #stop: (() => void) | undefined;
  #readAt = 0;

  constructor(listen: LocalDatabase['onOperation'], now: () => number = () => performance.now()) {
    this.#listen = listen;
    this.#now = now;
  }

  /** The last whole seconds, oldest first; the first reading begins the counting. */
  read(): SecondLine[] {
    this.#readAt = this.#now();
    this.#stop ??= this.#listen((report) => this.#count(report));
    const current = Math.floor(this.#readAt / 1000);
    for (const second of this.#seconds.keys())
      if (second < current - SECONDS_KEPT) this.#seconds.delete(second);
    return Array.from({ length: SECONDS_KEPT }, (_, at) => {
      const second = this.#seconds.get(current - SECONDS_KEPT + at);
      return second ?? { reads: 0, writes: 0, transactions: 0 };
    });
  }

  #count({ action, kind }: OperationReport): void {
    const now = this.#now();
    if (now - this.#readAt > PATIENCE_MS) {
      this.#stop?.();
      this.#stop = undefined;
      this.#seconds.clear();
      return;
    }
    const at = Math.floor(now / 1000);
    const second = this.#seconds.get(at) ?? { reads: 0, writes: 0, transactions: 0 };
    if (kind === 'read') second.reads += 1;
    if (kind === 'write') second.writes += 1;
    if (action === 'database.startTransaction') second.transactions += 1;
    this.#seconds.set(at, second);
  }
}
