import type { ActionResult } from '../protocol/envelope';

/**
 * One field of an index. Ascending or descending is kept for deployment, look-ups need no direction; `2dsphere`
 * holds places (GeoJSON) and is what "near" asks for.
 */
export interface IndexKey {
  name: string;
  direction: 1 | -1 | '2dsphere';
}

/** One index of a collection. */
export interface IndexDefinition {
  name: string;
  unique?: boolean;
  keys: IndexKey[];
}

/** The one list of collections and indexes; collections named here are created at open. */
export interface IndexFile {
  collections: Record<string, { indexes?: IndexDefinition[] }>;
}

/** What a fault may be told about an operation before it runs. */
export interface OperationDescription {
  action: string;
  collection?: string;
  transactionId?: string;
}

/** Called before each operation; it may wait, or throw a CloudError that becomes the answer. */
export type FaultHook = (operation: OperationDescription) => Promise<void> | void;

/** One finished operation, for counting. */
export interface OperationReport extends OperationDescription {
  queryType?: string;
  requestId?: string;
  wxCloudApiToken?: string;
  kind: 'read' | 'write' | 'transaction';
  /** Documents read, or written, inserted or removed; 0 after a failure. */
  documents: number;
  /** Documents that searches looked at. */
  examined: number;
  /** The index that the last search of the operation went by; absent when it looked at everything. */
  index?: string;
  ok: boolean;
}

/** What an acknowledged write survives, and what it costs. */
export interface Durability {
  /**
   * `full`, where absent: each commit is flushed to disk before it is answered and survives a loss of power.
   * `normal`: it survives the end of this process, a loss of power may take the last ones.
   */
  synchronous?: 'full' | 'normal';
  /** One commit for all writes of one turn of the event loop, where not false; else one for each write. */
  groupCommit?: boolean;
}

/** How a database is opened. */
export interface DatabaseOptions extends Durability {
  /** A file, created if absent, or ':memory:'. */
  path: string;
  indexes: IndexFile;
  /** Milliseconds since the epoch: server dates and the life of transactions. */
  now(): number;
  faults?: FaultHook;
  /** A number from 0 up to 1, for `$sample`; chance where absent. */
  random?: () => number;
}

/** Small records of the local cloud itself, in the same file and the same group commit as the documents. */
export interface SystemStore {
  /** Keeps any JSON value; resolves after COMMIT. */
  put(kind: string, id: string, json: unknown): Promise<void>;
  get(kind: string, id: string): unknown;
  /** All records of a kind, sorted by id. */
  list(kind: string): { id: string; value: unknown }[];
  delete(kind: string, id: string): Promise<void>;
}

/** A query that looked at many documents to find few, once for each shape of query. */
export interface DatabaseWarning {
  collection: string;
  /** The query without its values: `{status =, day <>} by at`. */
  shape: string;
  /** The index that would help, in words. */
  wanted: string;
  /** All of it in one line. */
  text: string;
  /** The most documents that were looked at, and how many of them the first such query found. */
  examined: number;
  found: number;
  times: number;
}

/** One collection, for people to look at. */
export interface CollectionDescription {
  name: string;
  documents: number;
  /** `_id_` first. `uses` counts searches since the database was opened. */
  indexes: { name: string; unique: boolean; keys: IndexKey[]; uses: number }[];
}

/** Counters since open. */
export interface DatabaseStats {
  collections: number;
  commits: number;
  openTransactions: number;
  cachedDocuments: number;
}

/** The database half of a CloudBase. */
export interface LocalDatabase {
  /** Answers one `database.*` action; resolves after COMMIT of what it wrote or saw; throws CloudError. */
  handle(action: string, body: Record<string, unknown>): Promise<ActionResult>;
  /**
   * As `handle`, for a person beside the application: no listener hears of it, nothing warns of it, and no index
   * counts it as a use.
   */
  handleUnseen(action: string, body: Record<string, unknown>): Promise<ActionResult>;
  readonly actions: ReadonlySet<string>;
  readonly system: SystemStore;
  /** Hears of every operation; answers how to stop. */
  onOperation(listener: (report: OperationReport) => void): () => void;
  /** Hears of each new warning; answers how to stop. */
  onWarning(listener: (warning: DatabaseWarning) => void): () => void;
  /** The latest warnings, oldest first. */
  warnings(): DatabaseWarning[];
  /** Every collection by name. */
  describe(): CollectionDescription[];
  stats(): DatabaseStats;
  /** Commits what is pending and closes the file; later calls fail. */
  close(): Promise<void>;
}
