import type { Change, Collection, StoredDocument } from '../store/collection';

/** Where an action reads and writes: the committed documents, or one transaction's view of them. */
export interface Session {
  /** The document with this encoded `_id`, as this session sees it. */
  read(collection: Collection, id: string): StoredDocument | undefined;
  /** Makes changes one after the other. Nothing is changed when the first one must wait or conflicts. */
  write(changes: readonly Change[]): void;
}
