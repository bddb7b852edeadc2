/** A stored document: its place in insertion order, its encoded `_id` and its canonical EJSON text. */
export interface DocumentRow {
  sequence: number;
  id: string;
  text: string;
}

/** A stored index: `definition` is the JSON it was built from. */
export interface IndexRow {
  id: number;
  collection: number;
  definition: string;
  multikey: boolean;
}

/** Documents by collection; ids are encoded keys. */
export interface DocumentStorage {
  documentById(collection: number, id: string): DocumentRow | undefined;
  documentAt(sequence: number): DocumentRow | undefined;
  documents(collection: number): DocumentRow[];
  countDocuments(collection: number): number;
  /** Answers the new document's sequence. */
  insertDocument(collection: number, id: string, text: string): number;
  replaceDocument(sequence: number, text: string): void;
  removeDocument(sequence: number): void;
}

/** Index entries: any number of keys for one document. */
export interface EntryStorage {
  addEntry(index: number, key: string, sequence: number): void;
  removeEntry(index: number, key: string, sequence: number): void;
  /** Sequences of the documents with a key in [from, to), possibly repeated. */
  entries(index: number, from: string, to: string): number[];
}

/** Names of collections and definitions of indexes. */
export interface CatalogStorage {
  collections(): { id: number; name: string }[];
  addCollection(name: string): number;
  indexes(): IndexRow[];
  addIndex(collection: number, definition: string): number;
  dropIndex(id: number): void;
  markMultikey(id: number): void;
}

/** JSON records of the local cloud itself. */
export interface RecordStorage {
  putRecord(kind: string, id: string, json: string): void;
  record(kind: string, id: string): string | undefined;
  records(kind: string): { id: string; json: string }[];
  deleteRecord(kind: string, id: string): void;
}

/** Where everything is kept. Synchronous; what was committed survives the process. */
export interface Storage extends DocumentStorage, EntryStorage, CatalogStorage, RecordStorage {
  begin(): void;
  commit(): void;
  rollback(): void;
  close(): void;
}
