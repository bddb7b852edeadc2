/** Where the local cloud keeps its own state, beside the application's collections and as durable. */
export interface RecordStore {
  /** Visible to `get` at once; resolves when it is safe from a crash. */
  put(kind: string, id: string, value: unknown): Promise<void>;
  get(kind: string, id: string): unknown;
  list(kind: string): { id: string; value: unknown }[];
  delete(kind: string, id: string): Promise<void>;
}
