import type { StoredDocument } from './collection';

/** Characters of document text to keep parsed; beyond it the cache is emptied, which is simple and rare. */
const MAXIMUM_CHARACTERS = 64_000_000;

/** Parsed documents of one collection. `complete` when every document of it is here, in order of insertion. */
interface CachedCollection {
  byId: Map<string, StoredDocument>;
  bySequence: Map<number, StoredDocument>;
  complete: boolean;
}

/** Spares parsing: what was read or written lately, as the store holds it now. */
export class DocumentCache {
  private readonly collections = new Map<number, CachedCollection>();
  private characters = 0;

  get size(): number {
    let size = 0;
    for (const { byId } of this.collections.values()) size += byId.size;
    return size;
  }

  byId(collection: number, id: string): StoredDocument | undefined {
    return this.collections.get(collection)?.byId.get(id);
  }

  bySequence(collection: number, sequence: number): StoredDocument | undefined {
    return this.collections.get(collection)?.bySequence.get(sequence);
  }

  /** Every document of a collection, if all are known. */
  all(collection: number): Iterable<StoredDocument> | undefined {
    const cached = this.collections.get(collection);
    return cached?.complete === true ? cached.bySequence.values() : undefined;
  }

  /** Whether a document that is not here does not exist. */
  isComplete(collection: number): boolean {
    return this.collections.get(collection)?.complete ?? false;
  }

  put(collection: number, stored: StoredDocument): void {
    if (this.characters > MAXIMUM_CHARACTERS) this.clear();
    const cached = this.cached(collection);
    this.characters += stored.text.length - (cached.byId.get(stored.id)?.text.length ?? 0);
    cached.byId.set(stored.id, stored);
    cached.bySequence.set(stored.sequence, stored);
  }

  /** Takes over a whole collection in order of insertion. */
  putAll(collection: number, documents: readonly StoredDocument[]): void {
    this.forget(collection);
    for (const stored of documents) this.characters += stored.text.length;
    if (this.characters > MAXIMUM_CHARACTERS) {
      this.clear();
      return;
    }
    this.collections.set(collection, {
      byId: new Map(documents.map((stored) => [stored.id, stored])),
      bySequence: new Map(documents.map((stored) => [stored.sequence, stored])),
      complete: true,
    });
  }

  remove(collection: number, stored: StoredDocument): void {
    const cached = this.cached(collection);
    if (cached.byId.delete(stored.id)) this.characters -= stored.text.length;
    cached.bySequence.delete(stored.sequence);
  }

  clear(): void {
    this.collections.clear();
    this.characters = 0;
  }

  private forget(collection: number): void {
    for (const stored of this.collections.get(collection)?.byId.values() ?? []) {
      this.characters -= stored.text.length;
    }
    this.collections.delete(collection);
  }

  private cached(collection: number): CachedCollection {
    let cached = this.collections.get(collection);
    if (cached === undefined) {
      cached = { byId: new Map(), bySequence: new Map(), complete: false };
      this.collections.set(collection, cached);
    }
    return cached;
  }
}
