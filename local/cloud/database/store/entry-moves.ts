import { checkGeoField } from '../geo/index-field';
import type { Document } from '../values/value';
import type { Change, CollectionIndex } from './collection';
import { indexEntries, type IndexEntry } from './index-keys';

/** The entries a change takes out of an index and puts into it. */
export interface EntryMove {
  readonly index: CollectionIndex;
  readonly removed: readonly IndexEntry[];
  readonly added: readonly IndexEntry[];
  readonly multikey: boolean;
}

/** Moves are asked for several times on the way of one change: for locks, for uniqueness, for writing. */
const known = new WeakMap<Change, Map<CollectionIndex, EntryMove>>();

/** Whether a change leaves everything that an index looks at exactly as it is; updates share what they leave alone. */
function isUntouched(index: CollectionIndex, before: Document, after: Document): boolean {
  return index.roots.every((root) => before[root] === after[root]);
}

function without(entries: readonly IndexEntry[], others: readonly IndexEntry[]): readonly IndexEntry[] {
  if (others.length === 0) return entries;
  const keys = new Set(others.map(({ key }) => key));
  return entries.filter(({ key }) => !keys.has(key));
}

function compute({ before, after }: Change, index: CollectionIndex): EntryMove {
  if (before !== undefined && after !== undefined && isUntouched(index, before.document, after.document)) {
    return { index, removed: [], added: [], multikey: false };
  }
  if (index.geo !== undefined) {
    if (after !== undefined) checkGeoField(after.document, index.geo);
    return { index, removed: [], added: [], multikey: false };
  }
  const old = before === undefined ? [] : indexEntries(before.document, index.paths).entries;
  const next = after === undefined ? undefined : indexEntries(after.document, index.paths);
  const entries = next?.entries ?? [];
  return {
    index,
    removed: without(old, entries),
    added: without(entries, old),
    multikey: next?.multikey ?? false,
  };
}

/** What a change moves in one index. Refuses what MongoDB cannot index. */
export function entryMove(change: Change, index: CollectionIndex): EntryMove {
  let moves = known.get(change);
  if (moves === undefined) {
    moves = new Map();
    known.set(change, moves);
  }
  let move = moves.get(index);
  if (move === undefined) {
    move = compute(change, index);
    moves.set(index, move);
  }
  return move;
}
