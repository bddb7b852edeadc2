import { documentResource } from '../store/unique';
import type { Change, StoredDocument } from '../store/collection';

/** A document as it was until some version: undefined when it did not exist. */
interface PastState {
  readonly until: number;
  readonly stored: StoredDocument | undefined;
}

/** Old versions of documents, kept only while a transaction might still look at them. */
export class History {
  /** Grows by one with each committed change of a document. */
  version = 0;
  private readonly past = new Map<string, PastState[]>();
  private readers = 0;

  /** A new snapshot: all changes up to now, none after. */
  open(): number {
    this.readers++;
    return this.version;
  }

  /** The snapshot is not needed any more. */
  close(): void {
    this.readers--;
    if (this.readers === 0) this.past.clear();
  }

  /** Notes that a document changes now. */
  record({ collection, id, before }: Change): void {
    this.version++;
    if (this.readers === 0) return;
    const resource = documentResource(collection, id);
    const states = this.past.get(resource) ?? [];
    this.past.set(resource, states);
    states.push({ until: this.version, stored: before });
  }

  /** Whether a document changed after a snapshot. */
  changedSince(resource: string, snapshot: number): boolean {
    return this.past.get(resource)?.some((state) => state.until > snapshot) ?? false;
  }

  /** The document as a snapshot sees it, given what it is now. */
  at(resource: string, snapshot: number, current: StoredDocument | undefined): StoredDocument | undefined {
    const seen = this.past.get(resource)?.find((state) => state.until > snapshot);
    return seen === undefined ? current : seen.stored;
  }
}
