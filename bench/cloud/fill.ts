import type { LocalDatabase } from '../../local/cloud/database';
import { COLLECTION, documentOf, DOCUMENTS, idOf } from './operation';

/** Documents in one request. */
export const BATCH = 1000;

/** Inserts documents with numbers from 0 to `count` - 1. */
export async function fill(database: LocalDatabase, count = DOCUMENTS): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const data = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) =>
      JSON.stringify(documentOf(idOf(from + at), from + at)),
    );
    await database.handle('database.insertDocument', { collectionName: COLLECTION, data });
  }
}
