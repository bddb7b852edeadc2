/** A value that several pages watch. */
export interface Store<T> {
  get(): T;
  /** Tells the watchers only where the value is another one. */
  set(next: T): void;
  /** @returns how to stop watching. */
  watch(watcher: (value: T) => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const watchers = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const watcher of [...watchers]) watcher(next);
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
  };
}
