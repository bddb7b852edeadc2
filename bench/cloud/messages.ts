import type { Percentiles } from '../instruments/latency';
import type { OperationName } from './operation';

/** How a process reaches what it drives. */
export type Reach =
  | { readonly kind: 'engine'; readonly folder: string; readonly groupCommit: boolean }
  | { readonly kind: 'http'; readonly url: string; readonly authorization: string; readonly clients: number }
  | { readonly kind: 'sdk'; readonly variables: Readonly<Record<string, string>> }
  | { readonly kind: 'postgres'; readonly connection: object; readonly clients: number };

/** Works with so many clients for so long. */
export interface Slice {
  readonly operation: OperationName;
  readonly clients: number;
  readonly milliseconds: number;
  /** New in each slice of the whole run, so that no new document's id comes twice. */
  readonly number: number;
  /** Which part of the documents is this process's own: `part` of `parts`. */
  readonly part: number;
  readonly parts: number;
}

export interface Worked {
  readonly operations: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly latency: Percentiles;
  /** CPU seconds of this process. */
  readonly cpuSeconds: number;
}

export interface OpenCloud {
  readonly folder: string;
  readonly groupCommit: boolean;
}

export interface OpenedCloud {
  readonly url: string;
  readonly variables: Readonly<Record<string, string>>;
}
