import type { CloudError } from '../../protocol/cloud-error';
import { requestFailed } from '../failures';
import { DATABASE_NAME } from '../limits';
import { show } from '../values/show';
import { fieldOf, type Document, type Value } from '../values/value';
import type { Change, Collection, CollectionIndex } from './collection';
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

/** What a change needs for itself alone: its document, and each unique key it takes or gives up. */
export function resourcesOf({ collection, id, before, after }: Change): string[] {
  const keys = new Map<string, number>();
  for (const document of [before?.document, after?.document]) {
    if (document === undefined) continue;
    for (const [index, { key }] of uniqueEntries(collection, document)) {
      const resource = `key ${index.id} ${key}`;
      keys.set(resource, (keys.get(resource) ?? 0) + 1);
    }
  }
  const moved = [...keys].filter(([, times]) => times === 1).map(([resource]) => resource);
  return [documentResource(collection, id), ...moved];
}
