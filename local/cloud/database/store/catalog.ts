import { collectionExists, collectionMissing, invalidParameter } from '../failures';
import type { IndexDefinition } from '../options';
import type { Storage } from '../storage/port';
import { collectionIndex, type Collection } from './collection';

const MAXIMUM_NAME = 120;

/** The collections that exist, by name. */
export class Catalog {
  private readonly byName = new Map<string, Collection>();

  constructor(private readonly storage: Storage) {
    this.reload();
  }

  get size(): number {
    return this.byName.size;
  }

  /** Reads everything anew from the store. */
  reload(): void {
    this.byName.clear();
    const indexes = this.storage.indexes();
    for (const { id, name } of this.storage.collections()) {
      const own = indexes.filter((index) => index.collection === id);
      this.byName.set(name, {
        id,
        name,
        idUses: 0,
        indexes: own.map((row) =>
          collectionIndex(row.id, JSON.parse(row.definition) as IndexDefinition, row.multikey),
        ),
      });
    }
  }

  all(): Iterable<Collection> {
    return this.byName.values();
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** The collection of this name, or the platform's refusal. */
  get(name: unknown): Collection {
    if (typeof name !== 'string' || name === '') throw invalidParameter('Collection name is required');
    const collection = this.byName.get(name);
    if (collection === undefined) throw collectionMissing();
    return collection;
  }

  /** Checks a name for a new collection. */
  checkNew(name: unknown): string {
    if (typeof name !== 'string' || name === '' || name.length > MAXIMUM_NAME || /[$\p{Cc}]/u.test(name)) {
      throw invalidParameter('Collection name is illegal');
    }
    if (this.byName.has(name)) throw collectionExists();
    return name;
  }

  /** Creates a collection; the caller holds the batch open. */
  create(name: string): Collection {
    const collection: Collection = { id: this.storage.addCollection(name), name, indexes: [], idUses: 0 };
    this.byName.set(name, collection);
    return collection;
  }
}
