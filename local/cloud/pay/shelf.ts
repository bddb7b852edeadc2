import type { RecordStore } from '../record-store';

/** What a shelf holds, and how it tells the pieces. */
export interface ShelfOptions<T extends object> {
  store: RecordStore;
  kind: string;
  idOf: (value: T) => string;
  /** Whether something is still to happen with it: these are found without looking at all others. */
  isOpen: (value: T) => boolean;
  /** Fields that records of an earlier form lack. */
  lacking?: (value: T) => Partial<T>;
}

/** Records of one kind: read into memory at start, written through to the store. */
export class Shelf<T extends object> {
  readonly #options: ShelfOptions<T>;
  readonly #all = new Map<string, T>();
  readonly #open = new Map<string, T>();

  constructor(options: ShelfOptions<T>) {
    this.#options = options;
    const { store, kind, lacking } = options;
    for (const { value } of store.list(kind)) {
      const record = value as T;
      this.#keep({ ...lacking?.(record), ...record });
    }
  }

  get(id: string): T | undefined {
    return this.#all.get(id);
  }

  all(): T[] {
    return [...this.#all.values()];
  }

  open(): T[] {
    return [...this.#open.values()];
  }

  /**
   * Memory changes at once, so that two requests never decide on the same old state; the promise
   * waits until the change is durable.
   */
  async save(value: T): Promise<void> {
    const { store, kind, idOf } = this.#options;
    this.#keep(value);
    await store.put(kind, idOf(value), value);
  }

  #keep(value: T): void {
    const id = this.#options.idOf(value);
    this.#all.set(id, value);
    if (this.#options.isOpen(value)) this.#open.set(id, value);
    else this.#open.delete(id);
  }
}
