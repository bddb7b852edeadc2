import type { Change, Collection, StoredDocument } from '../store/collection';
import { duplicateId, duplicateKey, resourcesOf, takenKeys } from '../store/unique';
import { Blocked } from './locks';
import type { Session } from './session';
import { writeThrough, type Workspace } from './workspace';

/** Outside of any transaction: reads what is committed, writes at once, waits for transactions in the way. */
export class PlainSession implements Session {
  constructor(private readonly workspace: Workspace) {}

  read(collection: Collection, id: string): StoredDocument | undefined {
    return this.workspace.documents.read(collection, id);
  }

  /** As MongoDB outside a transaction: changes before the first refused one stay. */
  write(changes: readonly Change[]): void {
    if (!this.workspace.locks.isEmpty) this.waitForOthers(changes);
    for (const change of changes) {
      this.checkUnique(change);
      writeThrough(this.workspace, [change]);
    }
  }

  private waitForOthers(changes: readonly Change[]): void {
    for (const change of changes) {
      const holder = this.workspace.locks.other(resourcesOf(change));
      if (holder !== undefined) throw new Blocked(holder);
    }
  }

  private checkUnique(change: Change): void {
    const { collection, id, before, after } = change;
    if (after === undefined) return;
    const { documents } = this.workspace;
    if (before === undefined && documents.read(collection, id) !== undefined) {
      throw duplicateId(collection, after.document);
    }
    for (const [index, entry] of takenKeys(change)) {
      const holders = documents.holders(collection, index, entry.key);
      if (holders.some((holder) => holder.id !== id)) throw duplicateKey(collection, index, entry);
    }
  }
}
