import { openFile, type Connection, type Synchronous } from './libsql-file';
import type {
  CatalogStorage,
  DocumentRow,
  DocumentStorage,
  EntryStorage,
  RecordStorage,
  Storage,
} from './port';
import { command, query } from './statement';

type RawDocument = [sequence: number, id: string, text: string];

function documentRow(raw: RawDocument | undefined): DocumentRow | undefined {
  return raw && { sequence: raw[0], id: raw[1], text: raw[2] };
}

function documentStorage(file: Connection): DocumentStorage {
  const columns = 'SELECT sequence, id, text FROM documents';
  const byId = query<RawDocument>(file, `${columns} WHERE collection = ? AND id = ?`);
  const at = query<RawDocument>(file, `${columns} WHERE sequence = ?`);
  const all = query<RawDocument>(file, `${columns} WHERE collection = ? ORDER BY sequence`);
  const count = query<[number]>(file, 'SELECT count(*) FROM documents WHERE collection = ?');
  const last = query<[number | null]>(file, 'SELECT max(sequence) FROM documents');
  const insert = command(file, 'INSERT INTO documents (sequence, collection, id, text) VALUES (?, ?, ?, ?)');
  const replace = command(file, 'UPDATE documents SET text = ? WHERE sequence = ?');
  const remove = command(file, 'DELETE FROM documents WHERE sequence = ?');
  // Counted here: SQLite's own counter would cost one more page in each commit that inserts.
  let sequence = last.first()?.[0] ?? 0;
  return {
    documentById: (collection, id) => documentRow(byId.first(collection, id)),
    documentAt: (sequence) => documentRow(at.first(sequence)),
    documents: (collection) => all.all(collection).map(([sequence, id, text]) => ({ sequence, id, text })),
    countDocuments: (collection) => count.first(collection)?.[0] ?? 0,
    insertDocument: (collection, id, text) => {
      sequence += 1;
      insert(sequence, collection, id, text);
      return sequence;
    },
    replaceDocument: (sequence, text) => void replace(text, sequence),
    removeDocument: (sequence) => void remove(sequence),
  };
}

function entryStorage(file: Connection): EntryStorage {
  const add = command(file, 'INSERT OR IGNORE INTO entries (index_id, key, sequence) VALUES (?, ?, ?)');
  const remove = command(file, 'DELETE FROM entries WHERE index_id = ? AND key = ? AND sequence = ?');
  const range = query<[number]>(
    file,
    'SELECT sequence FROM entries WHERE index_id = ? AND key >= ? AND key < ?',
  );
  return {
    addEntry: (index, key, sequence) => void add(index, key, sequence),
    removeEntry: (index, key, sequence) => void remove(index, key, sequence),
    entries: (index, from, to) => range.all(index, from, to).map(([sequence]) => sequence),
  };
}

function catalogStorage(file: Connection): CatalogStorage {
  const collections = query<[number, string]>(file, 'SELECT id, name FROM collections ORDER BY id');
  const addCollection = command(file, 'INSERT INTO collections (name) VALUES (?)');
  const indexes = query<[number, number, string, number]>(
    file,
    'SELECT id, collection, definition, multikey FROM indexes ORDER BY id',
  );
  const addIndex = command(file, 'INSERT INTO indexes (collection, definition) VALUES (?, ?)');
  const dropIndex = command(file, 'DELETE FROM indexes WHERE id = ?');
  const dropEntries = command(file, 'DELETE FROM entries WHERE index_id = ?');
  const markMultikey = command(file, 'UPDATE indexes SET multikey = 1 WHERE id = ?');
  return {
    collections: () => collections.all().map(([id, name]) => ({ id, name })),
    addCollection: (name) => addCollection(name),
    indexes: () =>
      indexes.all().map(([id, collection, definition, multikey]) => ({
        ...{ id, collection, definition },
        multikey: multikey === 1,
      })),
    addIndex: (collection, definition) => addIndex(collection, definition),
    dropIndex: (id) => {
      dropEntries(id);
      dropIndex(id);
    },
    markMultikey: (id) => void markMultikey(id),
  };
}

function recordStorage(file: Connection): RecordStorage {
  const put = command(file, 'INSERT OR REPLACE INTO records (kind, id, json) VALUES (?, ?, ?)');
  const one = query<[string]>(file, 'SELECT json FROM records WHERE kind = ? AND id = ?');
  const list = query<[string, string]>(file, 'SELECT id, json FROM records WHERE kind = ? ORDER BY id');
  const remove = command(file, 'DELETE FROM records WHERE kind = ? AND id = ?');
  return {
    putRecord: (kind, id, json) => void put(kind, id, json),
    record: (kind, id) => one.first(kind, id)?.[0],
    records: (kind) => list.all(kind).map(([id, json]) => ({ id, json })),
    deleteRecord: (kind, id) => void remove(kind, id),
  };
}

/** The store in one SQLite file in WAL mode; or in memory. With `full` a commit returns when it is on disk. */
export function openLibsqlStorage(path: string, synchronous: Synchronous = 'full'): Storage {
  const file = openFile(path, synchronous);
  const begin = command(file, 'BEGIN IMMEDIATE');
  const commit = command(file, 'COMMIT');
  const rollback = command(file, 'ROLLBACK');
  return {
    ...documentStorage(file),
    ...entryStorage(file),
    ...catalogStorage(file),
    ...recordStorage(file),
    begin: () => void begin(),
    commit: () => void commit(),
    rollback: () => void rollback(),
    close: () => {
      // The driver keeps the file open until its statements are collected: leave nothing behind in the WAL.
      if (!file.inTransaction) file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      file.close();
    },
  };
}
