import type { CollectionDescription } from './options';
import type { Storage } from './storage/port';
import type { Catalog } from './store/catalog';
import { ID_INDEX } from './store/search';

/** Collections by name, with how many documents they hold and what their indexes have served. */
export function describeCollections(catalog: Catalog, storage: Storage): CollectionDescription[] {
  const collections = [...catalog.all()].map((collection) => ({
    name: collection.name,
    documents: storage.countDocuments(collection.id),
    indexes: [
      {
        name: ID_INDEX,
        unique: true,
        keys: [{ name: '_id', direction: 1 as const }],
        uses: collection.idUses,
      },
      ...collection.indexes.map(({ name, unique, keys, uses }) => ({ name, unique, keys: [...keys], uses })),
    ],
  }));
  return collections.sort((left, right) => (left.name < right.name ? -1 : 1));
}
