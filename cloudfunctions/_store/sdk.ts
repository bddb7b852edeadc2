import cloud from 'wx-server-sdk';

/** Query and update operators of the cloud database that the store uses, typed as narrowly as it needs them. */
export interface DatabaseCommand {
  gt(value: unknown): unknown;
  gte(value: unknown): unknown;
  lt(value: unknown): unknown;
  lte(value: unknown): unknown;
  neq(value: unknown): unknown;
  in(values: readonly unknown[]): unknown;
  exists(present: boolean): unknown;
  set(value: unknown): unknown;
  remove(): unknown;
  inc(by: number): unknown;
  push(value: unknown): unknown;
  pull(condition: unknown): unknown;
}

export interface Query {
  where(condition: object): Query;
  orderBy(field: string, order: 'asc' | 'desc'): Query;
  limit(count: number): Query;
  skip(count: number): Query;
  field(projection: Record<string, boolean>): Query;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface CollectionReference extends Query {
  /** One document or a list of them. */
  add(options: { data: object | readonly object[] }): Promise<unknown>;
  doc(id: string): {
    get(): Promise<{ data: unknown }>;
    field(projection: Record<string, boolean>): { get(): Promise<{ data: unknown }> };
    set(options: { data: object }): Promise<unknown>;
    update(options: { data: object }): Promise<{ stats: { updated: number } }>;
    remove(): Promise<{ stats: { removed: number } }>;
  };
}

export interface Database {
  readonly command: DatabaseCommand;
  collection(name: string): CollectionReference;
}

let opened: Database | undefined;

/**
 * The cloud database. The SDK's own types call `get()` a `Promise | void | string` and refuse its documented
 * `throwOnNotFound` and `keepalive`, hence the one cast here.
 */
export function database(): Database {
  if (!opened) {
    const sdk = cloud as unknown as {
      DYNAMIC_CURRENT_ENV: string;
      init(options: object): void;
      database(options: object): Database;
    };
    sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV, keepalive: true });
    opened = sdk.database({ throwOnNotFound: false });
  }
  return opened;
}
