import type { FunctionInstance } from './runtime';

interface Entry {
  id: string;
  events: number;
}

/** Names the instances, and knows which of them has served before. */
export class InstanceBook {
  readonly #entries = new WeakMap<FunctionInstance, Entry>();
  #named = 0;

  /** An instance takes an event: its name, and whether it is its first. */
  begin(instance: FunctionInstance): { id: string; start: 'cold' | 'warm' } {
    const entry = this.#entries.get(instance) ?? { id: `${instance.pid}-${++this.#named}`, events: 0 };
    this.#entries.set(instance, entry);
    entry.events += 1;
    return { id: entry.id, start: entry.events === 1 ? 'cold' : 'warm' };
  }
}
