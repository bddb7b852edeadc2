import type { Catalog } from '../store/catalog';
import type { Change } from '../store/collection';
import type { DocumentStore } from '../store/document-store';
import type { GroupCommit } from '../store/group-commit';
import type { History } from './history';
import type { LockTable } from './locks';
import type { Transaction } from './transaction';

/** What sessions share. */
export interface Workspace {
  readonly catalog: Catalog;
  readonly documents: DocumentStore;
  readonly commit: GroupCommit;
  readonly history: History;
  readonly locks: LockTable<Transaction>;
}

/** Writes changes into the open batch, each one visible to every later request. */
export function writeThrough(workspace: Workspace, changes: readonly Change[]): void {
  const steps = changes.map((change) => ({ change, perform: workspace.documents.prepare(change) }));
  workspace.commit.write(() => {
    for (const { change, perform } of steps) {
      workspace.history.record(change);
      perform();
    }
  });
}
