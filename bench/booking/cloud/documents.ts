import { EJSON } from 'bson';
import type { LocalCloud } from '../../../local/cloud/index';

type Database = LocalCloud['database'];

const PAGE = 1000;

/** Every document of a collection. */
export async function readAll<T>(database: Database, collectionName: string): Promise<T[]> {
  const documents: T[] = [];
  for (;;) {
    const { data } = await database.handle('database.getDocument', {
      collectionName,
      queryType: 'WHERE',
      query: '{}',
      offset: documents.length,
      limit: PAGE,
    });
    const { list } = data as { list: string[] };
    documents.push(...list.map((text) => EJSON.parse(text) as T));
    if (list.length < PAGE) return documents;
  }
}

/** Makes a collection hold these documents and no others; each is JSON. */
export async function replaceAll(
  database: Database,
  collectionName: string,
  documents: readonly string[],
): Promise<void> {
  await database.handle('database.removeDocument', {
    collectionName,
    queryType: 'WHERE',
    query: '{}',
    multi: true,
  });
  for (let from = 0; from < documents.length; from += PAGE)
    await database.handle('database.insertDocument', {
      collectionName,
      data: documents.slice(from, from + PAGE),
    });
}
