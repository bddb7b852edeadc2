import type { CloudError } from '../../protocol/cloud-error';
import { requestFailed } from '../failures';
import { DATABASE_NAME } from '../limits';
import { show } from '../values/show';
import { fieldOf, type Document, type Value } from '../values/value';
import type { Change, Collection, CollectionIndex } from './collection';
import { entryMove } from './entry-moves';
import { indexEntries, type IndexEntry } from './index-keys';

function duplicate(collection: Collection, index: string, key: Record<string, Value>): CloudError {
  return requestFailed(
    `E11000 duplicate key error collection: ${DATABASE_NAME}.${collection.name} index: ${index} dup key: ${show(key)}`,
  );
}

/** MongoDB's refusal of a second document with the same `_id`. */
export function duplicateId(collection: Collection, document: Document): CloudError {
  return duplicate(collection, '_id_', { _id: fieldOf(document, '_id') ?? null });
}

/** MongoDB's refusal of a second document with the same key in a unique index. */
export function duplicateKey(collection: Collection, index: CollectionIndex, entry: IndexEntry): CloudError {
  const fields = index.paths.map((path, at) => [path, entry.values[at] ?? null] as const);
  return duplicate(collection, index.name, Object.fromEntries(fields));
}

/** Every entry that a document has in the unique indexes of its collection. */
export function* uniqueEntries(
  collection: Collection,
  document: Document,
): Generator<[CollectionIndex, IndexEntry]> {
  for (const index of collection.indexes) {
    if (!index.unique) continue;
    for (const entry of indexEntries(document, index.paths).entries) yield [index, entry];
  }
}

/** Name of a document as something that can be locked. */
export function documentResource(collection: Collection, id: string): string {
  return `document ${collection.id} ${id}`;
}

/** Every key of a unique index that a change takes for itself. */
export function* takenKeys(change: Change): Generator<[CollectionIndex, IndexEntry]> {
  for (const index of change.collection.indexes) {
    if (!index.unique) continue;
    for (const entry of entryMove(change, index).added) yield [index, entry];
  }
}

/** What a change needs for itself alone: its document, and each unique key it takes or gives up. */
export function resourcesOf(change: Change): string[] {
  const { collection, id } = change;
  const moved = collection.indexes.filter(({ unique }) => unique).map((index) => entryMove(change, index));
  const keys = moved.flatMap(({ index, removed, added }) =>
    [...removed, ...added].map(({ key }) => `key ${index.id} ${key}`),
  );
  return [documentResource(collection, id), ...keys];
}
