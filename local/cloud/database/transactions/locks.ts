/** Someone who may hold locks until `ended` resolves. */
export interface Holder {
  readonly ended: Promise<void>;
}

/** Thrown inside the engine, never to a caller: a plain write must wait until `holder` ends and then start over. */
export class Blocked extends Error {
  constructor(readonly holder: Holder) {
    super('waiting for a transaction');
  }
}

/** Which transaction holds which document or unique key. There is no queue: who comes second fails or waits. */
export class LockTable<T extends Holder> {
  private readonly holders = new Map<string, T>();

  get isEmpty(): boolean {
    return this.holders.size === 0;
  }

  /** Another holder of one of these resources. */
  other(resources: readonly string[], self?: T): T | undefined {
    for (const resource of resources) {
      const holder = this.holders.get(resource);
      if (holder !== undefined && holder !== self) return holder;
    }
    return undefined;
  }

  take(resources: readonly string[], holder: T): void {
    for (const resource of resources) this.holders.set(resource, holder);
  }

  release(resources: Iterable<string>): void {
    for (const resource of resources) this.holders.delete(resource);
  }
}
