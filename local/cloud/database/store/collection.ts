import type { IndexDefinition } from '../options';
import type { Document } from '../values/value';

/** An index in use. `multikey` turns true, for good, with the first array under one of its keys. */
export interface CollectionIndex {
  readonly id: number;
  readonly name: string;
  readonly unique: boolean;
  readonly paths: readonly string[];
  multikey: boolean;
}

/** A collection in use. */
export interface Collection {
  readonly id: number;
  readonly name: string;
  indexes: CollectionIndex[];
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
  return {
    id,
    name: definition.name,
    unique: definition.unique ?? false,
    paths: definition.keys.map((key) => key.name),
    multikey,
  };
}
