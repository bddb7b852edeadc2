import { DocumentStore } from '../../local/cloud/database/store/document-store';
import { GroupCommit } from '../../local/cloud/database/store/group-commit';
import type { Storage } from '../../local/cloud/database/storage/port';
import type { Sabotage } from './options';

/** Real milliseconds between an early answer and its commit. */
const LATE_MS = 20;

interface Insides {
  batch: unknown;
  storage: Storage;
  flush(): unknown;
}

/** Breaks this process's database in a way that a good check must find. */
export function sabotage(kind: Sabotage): void {
  if (kind === 'ack-before-commit') acknowledgeEarly();
  else splitCommits();
}

/** Everyone is answered at once, and the commit comes some milliseconds later. */
function acknowledgeEarly(): void {
  GroupCommit.prototype.settled = () => Promise.resolve();
  const late = new WeakSet();
  const flush = Reflect.get(GroupCommit.prototype, 'flush') as (this: Insides) => Error | undefined;
  GroupCommit.prototype.flush = function (this: GroupCommit): Error | undefined {
    const self = this as unknown as Insides;
    const batch = self.batch as object | undefined;
    if (batch === undefined || late.has(batch)) return flush.call(self);
    late.add(batch);
    setTimeout(() => flush.call(self), LATE_MS);
    return undefined;
  };
}

/** Each document of a transaction is committed by itself. */
function splitCommits(): void {
  const prepare = Reflect.get(DocumentStore.prototype, 'prepare') as DocumentStore['prepare'];
  DocumentStore.prototype.prepare = function (this: DocumentStore, change) {
    const perform = prepare.call(this, change);
    return () => {
      perform();
      const { storage } = this as unknown as Insides;
      storage.commit();
      storage.begin();
    };
  };
}
