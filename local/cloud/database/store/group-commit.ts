import { storageFailed } from '../failures';
import type { Storage } from '../storage/port';

interface Batch {
  done: Promise<void>;
  resolve: () => void;
  reject: (error: Error) => void;
}

function newBatch(): Batch {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const done = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // A batch may have no one waiting; its failure still reaches everyone who does.
  done.catch(() => undefined);
  return { done, resolve, reject };
}

/**
 * Gathers all writes of one turn of the event loop into one SQLite transaction, so that many requests share one
 * flush to disk. Whoever wrote, or saw something not yet committed, answers after `settled()`.
 */
export class GroupCommit {
  commits = 0;
  private batch: Batch | undefined;

  constructor(
    private readonly storage: Storage,
    private readonly forgetMemory: () => void,
    /** False commits each write by itself, before it returns. */
    private readonly gathers = true,
  ) {}

  /** Runs a change inside the open batch. If the store fails, the whole batch is undone and refused. */
  write<T>(change: () => T): T {
    let result: T;
    try {
      this.open();
      result = change();
    } catch (error) {
      throw this.fail(error);
    }
    const failure = this.gathers ? undefined : this.flush();
    if (failure !== undefined) throw failure;
    return result;
  }

  /** Resolves when everything written so far is on disk. */
  settled(): Promise<void> {
    return this.batch?.done ?? Promise.resolve();
  }

  /** Commits what is pending now; answers why not, which everyone in the batch is told too. */
  flush(): Error | undefined {
    const batch = this.batch;
    if (batch === undefined) return undefined;
    try {
      this.storage.commit();
    } catch (error) {
      return this.fail(error);
    }
    this.batch = undefined;
    this.commits++;
    batch.resolve();
    return undefined;
  }

  private open(): void {
    if (this.batch !== undefined) return;
    this.storage.begin();
    const batch = newBatch();
    this.batch = batch;
    if (!this.gathers) return;
    setImmediate(() => {
      if (this.batch === batch) this.flush();
    });
  }

  private fail(cause: unknown): Error {
    const error = storageFailed(cause instanceof Error ? cause.message : String(cause));
    const batch = this.batch;
    this.batch = undefined;
    if (batch !== undefined) {
      try {
        this.storage.rollback();
      } catch {
        // SQLite has already rolled back by itself, which it does when the disk is full.
      }
    }
    this.forgetMemory();
    batch?.reject(error);
    return error;
  }
}
