import type { Plan } from '../query/plan';
import type { DocumentRow, Storage } from '../storage/port';
import { decodeStored } from '../values/decode';
import { AFTER_PREFIX, encodeKey } from '../values/key';
import type { Change, Collection, CollectionIndex, StoredDocument } from './collection';
import { DocumentCache } from './document-cache';
import { entryMove, type EntryMove } from './entry-moves';

/** Reads and writes committed documents and keeps their index entries. Knows nothing of locks or transactions. */
export class DocumentStore {
  readonly cache = new DocumentCache();

  constructor(private readonly storage: Storage) {}

  /** The document with this encoded `_id`. */
  read(collection: Collection, id: string): StoredDocument | undefined {
    const cached = this.cache.byId(collection.id, id);
    if (cached !== undefined || this.cache.isComplete(collection.id)) return cached;
    return this.remember(collection, this.storage.documentById(collection.id, id));
  }

  /** Every document, in order of insertion; to be walked before anything is written. */
  all(collection: Collection): Iterable<StoredDocument> {
    const known = this.cache.all(collection.id);
    if (known !== undefined) return known;
    const documents = this.storage
      .documents(collection.id)
      .map((row) => this.cache.bySequence(collection.id, row.sequence) ?? parse(row));
    this.cache.putAll(collection.id, documents);
    return documents;
  }

  /** Documents that hold exactly this key in an index. */
  holders(collection: Collection, index: CollectionIndex, key: string): StoredDocument[] {
    return [...this.at(collection, this.storage.entries(index.id, key, key + AFTER_PREFIX))];
  }

  /** What a plan leads to: all documents that match are among them, in order of insertion. */
  candidates(collection: Collection, plan: Plan): Iterable<StoredDocument> {
    if (plan.by === 'scan') return this.all(collection);
    if (plan.by === 'index') {
      const { index, ranges } = plan;
      return this.at(
        collection,
        ranges.flatMap(({ from, to }) => this.storage.entries(index.id, from, to)),
      );
    }
    const ids = new Set(plan.ids.map(encodeKey));
    const found = [...ids].map((id) => this.read(collection, id));
    return found
      .filter((stored) => stored !== undefined)
      .sort((left, right) => left.sequence - right.sequence);
  }

  /**
   * Works out everything a change needs and may be refused for; the answer performs it, inside an open batch,
   * and can then fail only with the store itself.
   */
  prepare(change: Change): () => void {
    const { collection, id, before, after } = change;
    const moves = collection.indexes.map((index) => entryMove(change, index));
    return () => {
      if (after === undefined) {
        if (before === undefined) return;
        this.storage.removeDocument(before.sequence);
        this.cache.remove(collection.id, before);
        for (const move of moves) this.moveEntries(move, before.sequence);
        return;
      }
      const sequence = before?.sequence ?? this.storage.insertDocument(collection.id, id, after.text);
      if (before !== undefined) this.storage.replaceDocument(sequence, after.text);
      this.cache.put(collection.id, { sequence, id, document: after.document, text: after.text });
      for (const move of moves) this.moveEntries(move, sequence);
    };
  }

  /** Enters a document that is already there into a new index. */
  enter(collection: Collection, index: CollectionIndex, stored: StoredDocument): void {
    const change = { collection, id: stored.id, before: undefined, after: stored };
    this.moveEntries(entryMove(change, index), stored.sequence);
  }

  private moveEntries({ index, removed, added, multikey }: EntryMove, sequence: number): void {
    for (const { key } of removed) this.storage.removeEntry(index.id, key, sequence);
    for (const { key } of added) this.storage.addEntry(index.id, key, sequence);
    if (multikey && !index.multikey) {
      index.multikey = true;
      this.storage.markMultikey(index.id);
    }
  }

  /** Reads as far as it is walked. */
  private *at(collection: Collection, sequences: readonly number[]): Generator<StoredDocument> {
    const ordered =
      sequences.length < 2 ? sequences : [...new Set(sequences)].sort((left, right) => left - right);
    for (const sequence of ordered) {
      const stored =
        this.cache.bySequence(collection.id, sequence) ??
        this.remember(collection, this.storage.documentAt(sequence));
      if (stored !== undefined) yield stored;
    }
  }

  private remember(collection: Collection, row: DocumentRow | undefined): StoredDocument | undefined {
    if (row === undefined) return undefined;
    const stored = parse(row);
    this.cache.put(collection.id, stored);
    return stored;
  }
}

function parse(row: DocumentRow): StoredDocument {
  return { ...row, document: decodeStored(row.text) };
}
