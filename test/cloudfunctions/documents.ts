import { readFileSync } from 'node:fs';
import type { CloudOptions, LocalCloud } from '../../local/cloud/index';

/** Every collection of the hospital. */
export const COLLECTIONS = Object.keys(
  (JSON.parse(readFileSync('cloudfunctions/_store/indexes.json', 'utf8')) as CloudOptions['indexes'])
    .collections,
);

const PAGE = 1000;

/** All documents of a collection as they are stored, as plain objects. */
export async function documentsOf<T>(cloud: LocalCloud, collectionName: string): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const answer = await cloud.database.handle('database.getDocument', {
      collectionName,
      queryType: 'WHERE',
      limit: PAGE,
      offset: all.length,
    });
    const { list } = answer.data as { list: string[] };
    all.push(...list.map((text) => plain(JSON.parse(text)) as T));
    if (list.length < PAGE) return all;
  }
}

/** Puts documents into a collection as they are, past every function. */
export async function insertDocuments(
  cloud: LocalCloud,
  collectionName: string,
  documents: readonly object[],
) {
  const data = documents.map((document) => JSON.stringify(document));
  await cloud.database.handle('database.insertDocument', { collectionName, data });
}

/** Numbers travel as `{"$numberInt": "1"}` and the like. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [key, inner] = entries[0] ?? [];
  if (entries.length === 1 && /^\$number/.test(key ?? '')) return Number(inner);
  return Object.fromEntries(entries.map(([name, one]) => [name, plain(one)]));
}
