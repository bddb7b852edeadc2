import type { IndexDefinition, IndexKey } from '../options';
import type { Document } from '../values/value';

/** An index in use. `multikey` turns true, for good, with the first array under one of its keys. */
export interface CollectionIndex {
  readonly id: number;
  readonly name: string;
  readonly unique: boolean;
  readonly keys: readonly IndexKey[];
  /** Fields by which documents are found; none in an index on places. */
  readonly paths: readonly string[];
  /** First components of all fields: nothing moves in the index while these are left alone. */
  readonly roots: readonly string[];
  /** The field of a `2dsphere` index, which allows to ask for "near" and refuses what is no place. */
  readonly geo: string | undefined;
  multikey: boolean;
  /** How many searches it has served since the database was opened. */
  uses: number;
}

/** A collection in use. */
export interface Collection {
  readonly id: number;
  readonly name: string;
  indexes: CollectionIndex[];
  /** How many requests went by `_id`. */
  idUses: number;
}

/** A document as it stands in the store: never changed, only replaced. */
export interface StoredDocument {
  readonly sequence: number;
  /** Encoded `_id`: 5 and '5' differ. */
  readonly id: string;
  readonly document: Document;
  readonly text: string;
}

/** One document that is to appear, change or go. */
export interface Change {
  readonly collection: Collection;
  readonly id: string;
  /** What the writer saw; undefined for an insert. */
  readonly before: StoredDocument | undefined;
  /** What shall be there; undefined for a removal. */
  readonly after: { readonly document: Document; readonly text: string } | undefined;
}

/** Builds the runtime form of a stored index. */
export function collectionIndex(id: number, definition: IndexDefinition, multikey: boolean): CollectionIndex {
  const { name, unique = false, keys } = definition;
  const geo = keys.find((key) => key.direction === '2dsphere')?.name;
  const paths = geo === undefined ? keys.map((key) => key.name) : [];
  const roots = [...new Set(keys.map((key) => key.name.split('.')[0] ?? ''))];
  return { id, name, unique, keys, paths, roots, geo, multikey, uses: 0 };
}
