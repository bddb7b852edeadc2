import type { LocalDatabase } from '../../database/options';
import type { SearchAnswer } from '../shared/database';
import { documentLine } from './document-line';

/** A search as the database takes it: query and order are EJSON. */
export interface Search {
  collection: string;
  query: string;
  order: string | undefined;
  skip: number;
  limit: number;
}

/** One page of documents, and how many there are. */
export async function searchDocuments(database: LocalDatabase, search: Search): Promise<SearchAnswer> {
  const { collection: collectionName, query, order, skip: offset, limit } = search;
  const startedAt = performance.now();
  const asked = { collectionName, queryType: 'WHERE', query };
  const page = { offset, limit, ...(order === undefined ? {} : { order }) };
  const found = await database.handleUnseen('database.getDocument', { ...asked, ...page });
  const counted = await database.handleUnseen('database.calculateDocument', asked);
  const { list } = found.data as { list: string[] };
  const { total } = counted.data as { total: number };
  return { documents: list.map(documentLine), total, tookMs: performance.now() - startedAt };
}
