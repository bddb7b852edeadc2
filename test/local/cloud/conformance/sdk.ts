/** The part of wx-server-sdk the checks use, typed as it behaves (its own typings answer `Promise | void | string`). */

export type Data = Record<string, unknown>;

export interface Operator {
  and(...other: unknown[]): Operator;
  or(...other: unknown[]): Operator;
}

type CommandName =
  | ('eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'nin' | 'and' | 'or' | 'not' | 'nor')
  | ('exists' | 'size' | 'all' | 'mod' | 'elemMatch')
  | ('set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'rename' | 'bit')
  | ('push' | 'pop' | 'shift' | 'unshift' | 'pull' | 'pullAll' | 'addToSet')
  | ('geoNear' | 'geoWithin' | 'geoIntersects');

/** Operators of aggregation expressions, `db.command.aggregate`; each answers what is to be sent. */
export type Expressions = Record<string, (operand?: unknown) => unknown>;

export type Command = Record<CommandName, (...values: unknown[]) => Operator> & {
  expr(expression: unknown): Data;
  jsonSchema(schema: Data): Data;
  aggregate: Expressions & { pipeline(): Aggregate };
};

type StageName =
  | ('addFields' | 'bucket' | 'bucketAuto' | 'count' | 'geoNear' | 'group' | 'limit' | 'lookup')
  | ('match' | 'project' | 'replaceRoot' | 'sample' | 'skip' | 'sort' | 'sortByCount' | 'unwind');

export type Aggregate = Record<StageName, (operand: unknown) => Aggregate> & {
  end(): Promise<{ list: Data[] }>;
  /** The stages themselves, for a pipeline within `lookup`. */
  done(): Data[];
};

/** Makers of places. A point is made of longitude and latitude, a line of points, a polygon of closed lines. */
export interface Geo {
  Point(longitude: number, latitude: number): { longitude: number; latitude: number };
  LineString(points: unknown[]): unknown;
  Polygon(lines: unknown[]): unknown;
  MultiPolygon(polygons: unknown[]): unknown;
}

export interface Query {
  where(query: Data): Query;
  orderBy(field: string, order: 'asc' | 'desc'): Query;
  skip(count: number): Query;
  limit(count: number): Query;
  field(fields: Data): Query;
  get(): Promise<{ data: Data[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: Data }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface DocumentReference {
  get(): Promise<{ data: Data | null }>;
  field(fields: Data): DocumentReference;
  set(options: { data: Data }): Promise<{ stats: { updated: number; created: number } }>;
  update(options: { data: Data }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface Collection extends Query {
  add(options: { data: Data | Data[] }): Promise<{ _id: unknown; _ids?: unknown[] }>;
  doc(id: unknown): DocumentReference;
  aggregate(): Aggregate;
}

export interface Transaction {
  collection(name: string): Collection;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

export interface Database {
  command: Command;
  Geo: Geo;
  collection(name: string): Collection;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<Transaction>;
  runTransaction<T>(body: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>;
  serverDate(options?: { offset: number }): unknown;
  RegExp(options: { regexp: string; options?: string }): unknown;
}

/** `strict` throws for a missing document, which is the default; `lenient` answers null. */
export interface Databases {
  strict: Database;
  lenient: Database;
}

/** An interface group of `openapi` such as `subscribeMessage`; cloudPay is one group. */
export type Interfaces = Record<string, (options?: Data) => Promise<Data>>;

/** The whole of wx-server-sdk. */
export interface Sdk {
  init(options: Data): void;
  database(options?: Data): Database;
  getWXContext(): Data;
  callFunction(options: { name: string; data?: Data }): Promise<{ result: unknown; errMsg: string }>;
  openapi: Record<string, Interfaces>;
  cloudPay: Interfaces;
  uploadFile(options: { cloudPath: string; fileContent: unknown }): Promise<{ fileID: string }>;
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>;
  getTempFileURL(options: { fileList: unknown[] }): Promise<{ fileList: Data[] }>;
  getOpenData(options: { list: string[] }): Promise<{ list: Data[] }>;
  deleteFile(options: { fileList: unknown[] }): Promise<{ fileList: Data[] }>;
}

/** Gives the value of TENCENTCLOUD_… and the like to the SDK, which reads them anew for each request. */
export function useVariables(variables: Record<string, string>): void {
  Object.assign(process.env, variables);
}

/** Points the unmodified SDK at `redirect`, loads it with `load`, and answers its database in both of its moods. */
export function connect(redirect: string, load: (name: string) => unknown): Databases {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: redirect,
    TENCENTCLOUD_SECRETID: 'local-id',
    TENCENTCLOUD_SECRETKEY: 'local-key',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    SCF_NAMESPACE: 'local-env',
    TCB_ENV: 'local-env',
  });
  const sdk = load('wx-server-sdk') as Sdk;
  sdk.init({ env: 'local-env' });
  return { strict: sdk.database({}), lenient: sdk.database({ throwOnNotFound: false }) };
}
