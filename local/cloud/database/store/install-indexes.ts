import { MAXIMUM_INDEXES } from '../limits';
import type { IndexDefinition, IndexFile } from '../options';
import type { Storage } from '../storage/port';
import type { Catalog } from './catalog';
import { collectionIndex, type Collection, type CollectionIndex } from './collection';
import type { DocumentStore } from './document-store';
import { indexEntries } from './index-keys';
import { duplicateKey } from './unique';

function checkDefinition(collection: string, definition: IndexDefinition): void {
  const { name, keys } = definition;
  if (name === '' || keys.length === 0 || keys.some((key) => key.name === '')) {
    throw new Error(`index ${name || '(without a name)'} of collection ${collection} names no fields`);
  }
  if (definition.unique === true && keys.some((key) => key.direction === '2dsphere')) {
    throw new Error(`index ${name} of collection ${collection} is on places and cannot be unique`);
  }
}

function buildIndex(documents: DocumentStore, collection: Collection, index: CollectionIndex): void {
  for (const stored of documents.all(collection)) {
    if (index.unique) {
      for (const entry of indexEntries(stored.document, index.paths).entries) {
        if (documents.holders(collection, index, entry.key).length > 0) {
          throw duplicateKey(collection, index, entry);
        }
      }
    }
    documents.enter(collection, index, stored);
  }
}

/** Brings one collection's indexes to what the file says: equal ones stay, others are dropped or built. */
function installIndexes(
  storage: Storage,
  documents: DocumentStore,
  setup: { collection: Collection; wanted: IndexDefinition[] },
) {
  const { collection, wanted } = setup;
  if (wanted.length > MAXIMUM_INDEXES) {
    throw new Error(
      `collection ${collection.name} has ${wanted.length} indexes, more than ${MAXIMUM_INDEXES}`,
    );
  }
  const missing = new Set(wanted.map((definition) => JSON.stringify(definition)));
  for (const row of storage.indexes()) {
    if (row.collection === collection.id && !missing.delete(row.definition)) storage.dropIndex(row.id);
  }
  for (const text of missing) {
    const definition = JSON.parse(text) as IndexDefinition;
    checkDefinition(collection.name, definition);
    const index = collectionIndex(storage.addIndex(collection.id, text), definition, false);
    buildIndex(documents, collection, index);
  }
}

/** Creates the collections of an index file and brings their indexes up to date, all or nothing. */
export function installIndexFile(
  file: IndexFile,
  parts: { storage: Storage; catalog: Catalog; documents: DocumentStore },
): void {
  const { storage, catalog, documents } = parts;
  storage.begin();
  try {
    for (const [name, { indexes }] of Object.entries(file.collections)) {
      const collection = catalog.has(name) ? catalog.get(name) : catalog.create(catalog.checkNew(name));
      installIndexes(storage, documents, { collection, wanted: indexes ?? [] });
    }
    storage.commit();
  } catch (error) {
    storage.rollback();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The indexes cannot be brought up to date: ${reason}.`, { cause: error });
  }
  catalog.reload();
}
