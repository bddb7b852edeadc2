import { transactionConflict } from '../failures';
import type { Change, Collection, CollectionIndex, StoredDocument } from '../store/collection';
import type { IndexEntry } from '../store/index-keys';
import {
  documentResource,
  duplicateId,
  duplicateKey,
  resourcesOf,
  takenKeys,
  uniqueEntries,
} from '../store/unique';
import type { Session } from './session';
import { writeThrough, type Workspace } from './workspace';

/** Documents that are not committed yet have no place in the order of insertion. */
const NO_SEQUENCE = -1;

/** One transaction: reads a snapshot, buffers its writes, locks what it writes until it ends. */
export class Transaction implements Session {
  readonly ended: Promise<void>;
  private readonly snapshot: number;
  private readonly resources = new Set<string>();
  /** The latest change per document; its `before` is the committed state, which the lock keeps as it is. */
  private readonly changes = new Map<string, Change>();
  private signal: () => void = () => undefined;

  constructor(
    readonly id: string,
    readonly startedAt: number,
    private readonly workspace: Workspace,
  ) {
    this.snapshot = workspace.history.open();
    this.ended = new Promise((resolve) => {
      this.signal = resolve;
    });
  }

  read(collection: Collection, id: string): StoredDocument | undefined {
    const resource = documentResource(collection, id);
    const own = this.changes.get(resource);
    if (own !== undefined) return pending(own);
    return this.workspace.history.at(resource, this.snapshot, this.workspace.documents.read(collection, id));
  }

  write(changes: readonly Change[]): void {
    for (const change of changes) {
      this.lock(change);
      this.checkUnique(change);
      const resource = documentResource(change.collection, change.id);
      const first = this.changes.get(resource);
      this.changes.set(resource, first === undefined ? change : { ...change, before: first.before });
    }
  }

  /** Writes everything into the open batch at once, then ends. */
  commit(): void {
    writeThrough(this.workspace, [...this.changes.values()].sort(removalsFirst));
    this.end();
  }

  /** Releases the locks and lets waiting writes go on. */
  end(): void {
    this.workspace.locks.release(this.resources);
    this.workspace.history.close();
    this.signal();
  }

  private lock(change: Change): void {
    const { locks, history } = this.workspace;
    const resources = resourcesOf(change);
    const changed = history.changedSince(documentResource(change.collection, change.id), this.snapshot);
    if (changed || locks.other(resources, this) !== undefined) throw transactionConflict();
    locks.take(resources, this);
    for (const resource of resources) this.resources.add(resource);
  }

  private checkUnique(change: Change): void {
    const { collection, id, before, after } = change;
    if (after === undefined) return;
    if (before === undefined && this.read(collection, id) !== undefined)
      throw duplicateId(collection, after.document);
    for (const [index, entry] of takenKeys(change)) {
      if (this.isTaken(change, index, entry)) throw duplicateKey(collection, index, entry);
    }
  }

  private isTaken({ collection, id }: Change, index: CollectionIndex, entry: IndexEntry): boolean {
    const committed = this.workspace.documents.holders(collection, index, entry.key);
    if (committed.some((holder) => holder.id !== id && !this.hasChanged(collection, holder.id))) return true;
    for (const other of this.changes.values()) {
      if (other.collection !== collection || other.id === id || other.after === undefined) continue;
      for (const [otherIndex, { key }] of uniqueEntries(collection, other.after.document)) {
        if (otherIndex === index && key === entry.key) return true;
      }
    }
    return false;
  }

  private hasChanged(collection: Collection, id: string): boolean {
    return this.changes.has(documentResource(collection, id));
  }
}

function pending({ id, before, after }: Change): StoredDocument | undefined {
  return after && { id, ...after, sequence: before?.sequence ?? NO_SEQUENCE };
}

function removalsFirst(left: Change, right: Change): number {
  return Number(left.after !== undefined) - Number(right.after !== undefined);
}
