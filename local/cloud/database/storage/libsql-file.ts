import Database from 'libsql';

/** An open SQLite file. */
export type Connection = InstanceType<typeof Database>;

/** Whether each commit waits for the disk. */
export type Synchronous = 'full' | 'normal';

/** Marks our files ("YCLD"), so that a foreign SQLite file is refused instead of being written to. */
const APPLICATION_ID = 0x59434c44;
const FORMAT = 1;

const SCHEMA = `
  CREATE TABLE collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE documents (
    sequence INTEGER PRIMARY KEY, collection INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL,
    UNIQUE (collection, id));
  CREATE TABLE indexes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, definition TEXT NOT NULL,
    multikey INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE entries (
    index_id INTEGER NOT NULL, key TEXT NOT NULL, sequence INTEGER NOT NULL,
    PRIMARY KEY (index_id, key, sequence)) WITHOUT ROWID;
  CREATE TABLE records (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
`;

/**
 * Pages (4 KiB) after which the write-ahead log is copied into the file and begun anew. The copy happens inside a
 * commit: many small copies stall nobody for long, and the log stays small.
 */
const CHECKPOINT_PAGES = 1000;

/** Bytes that the log keeps on disk after a load made it larger. */
const LOG_BYTES = 16 * 1024 * 1024;

function pragma(connection: Connection, name: string): unknown {
  const [row] = connection.prepare(`PRAGMA ${name}`).raw().all() as unknown[][];
  return row?.[0];
}

function createSchema(connection: Connection): void {
  connection.exec('BEGIN IMMEDIATE');
  connection.exec(SCHEMA);
  connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  connection.exec(`PRAGMA user_version = ${FORMAT}`);
  connection.exec('COMMIT');
}

function isEmpty(connection: Connection): boolean {
  return connection.prepare('SELECT 1 FROM sqlite_master LIMIT 1').all().length === 0;
}

function prepareFile(connection: Connection, synchronous: Synchronous): void {
  // The first read of the file: it fails here when the file is no database.
  if (!isEmpty(connection)) {
    if (pragma(connection, 'application_id') !== APPLICATION_ID)
      throw new Error('it belongs to another program');
    const format = pragma(connection, 'user_version');
    if (format !== FORMAT)
      throw new Error(`its format is ${String(format)}, this program reads format ${FORMAT}`);
    const verdict = pragma(connection, 'quick_check(1)');
    if (verdict !== 'ok') throw new Error(`it is damaged (${String(verdict)})`);
  }
  connection.exec('PRAGMA journal_mode = WAL');
  connection.exec(`PRAGMA synchronous = ${synchronous.toUpperCase()}`);
  connection.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  connection.exec(`PRAGMA journal_size_limit = ${LOG_BYTES}`);
  if (isEmpty(connection)) createSchema(connection);
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
}

/** Opens or creates the file; throws one clear line when it is damaged, foreign, newer or in use. */
export function openFile(path: string, synchronous: Synchronous): Connection {
  let connection: Connection | undefined;
  try {
    connection = new Database(path);
    prepareFile(connection, synchronous);
    return connection;
  } catch (error) {
    connection?.close();
    throw new Error(`The local cloud's database ${path} cannot be opened: ${oneLine(error)}.`, {
      cause: error,
    });
  }
}
