import { requestFailed } from '../failures';
import type { Variables } from '../expression/expression';
import { nearestOf, type Near } from '../geo/distance';
import { visitPath } from '../query/lookup';
import { compileQuery, type Matcher } from '../query/matcher';
import { splitNear } from '../query/near';
import { planQuery } from '../query/plan';
import type { Document } from '../values/value';
import type { Collection, CollectionIndex, StoredDocument } from './collection';
import type { DocumentStore } from './document-store';

/** Name of the index that every collection has, as MongoDB calls it. */
export const ID_INDEX = '_id_';

/** What a search found, and what it cost. */
export interface Search {
  /** In order of insertion; nearest first where the query asks for "near". */
  readonly found: StoredDocument[];
  /** Documents that were looked at. */
  readonly examined: number;
  /** The index that led to them; undefined when everything was looked at. */
  readonly index: string | undefined;
}

/** A query, and the same compiled. */
export interface Filter {
  readonly query: Document;
  readonly matches: Matcher;
}

/** Compiles a query for any number of searches; it may not ask for "near". */
export function filterOf(query: Document, names?: ReadonlySet<string>): Filter {
  return { query, matches: compileQuery(query, names) };
}

function candidatesOf(documents: DocumentStore, collection: Collection, query: Document) {
  const plan = planQuery(query, collection.indexes);
  const candidates = documents.candidates(collection, plan);
  if (plan.by === 'id') return { candidates, index: ID_INDEX };
  if (plan.by === 'scan') return { candidates, index: undefined };
  const used = collection.indexes.find(({ id }) => id === plan.index.id);
  return { candidates, index: used?.name };
}

/** The documents that pass a filter, in order of insertion: all, or the first so many. */
export function searchBy(
  documents: DocumentStore,
  collection: Collection,
  { query, matches }: Filter,
  bounds: { variables?: Variables | undefined; most?: number | undefined } = {},
): Search {
  const { variables, most = Infinity } = bounds;
  const { candidates, index } = candidatesOf(documents, collection, query);
  const found: StoredDocument[] = [];
  let examined = 0;
  for (const stored of candidates) {
    if (found.length >= most) break;
    examined++;
    if (matches(stored.document, variables)) found.push(stored);
  }
  return { found, examined, index };
}

/** The index that a "near" on this path needs, as MongoDB demands it. */
function nearIndex(collection: Collection, path: string): CollectionIndex {
  const index = collection.indexes.find((one) => one.geo === path);
  if (index === undefined) throw requestFailed('unable to find index for $geoNear query');
  return index;
}

/** A document and how far it is from the point asked for, in metres. */
export interface Nearby {
  readonly stored: StoredDocument;
  readonly distance: number;
}

/** The documents within the distances asked for, nearest first. */
export function sortByDistance(near: Near, found: readonly StoredDocument[]): Nearby[] {
  const parts = near.path.split('.');
  const nearby = found.flatMap((stored): Nearby[] => {
    const distances: number[] = [];
    visitPath(stored.document, parts, (value) => {
      const distance = nearestOf(near, value);
      if (distance !== undefined) distances.push(distance);
      return false;
    });
    return distances.length === 0 ? [] : [{ stored, distance: Math.min(...distances) }];
  });
  return nearby.sort((left, right) => left.distance - right.distance);
}

/** As searchBy, nearest first, with distances. */
export function searchNear(
  documents: DocumentStore,
  collection: Collection,
  question: { near: Near; rest: Document },
): Search & { nearby: Nearby[] } {
  const index = nearIndex(collection, question.near.path);
  const search = searchBy(documents, collection, filterOf(question.rest));
  const nearby = sortByDistance(question.near, search.found);
  return { nearby, found: nearby.map(({ stored }) => stored), examined: search.examined, index: index.name };
}

/** Answers a query of where(), "near" included. With `most` it may stop at so many. */
export function search(
  documents: DocumentStore,
  collection: Collection,
  query: Document,
  most?: number,
): Search {
  const { near, rest } = splitNear(query);
  if (near === undefined) return searchBy(documents, collection, filterOf(query), { most });
  return searchNear(documents, collection, { near, rest });
}
