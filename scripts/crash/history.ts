/** One thing that a writer asked of the cloud, and when it was told that it is done. */
export interface Entry {
  readonly kind: 'single' | 'pair' | 'count' | 'remove';
  readonly writer: string;
  /** Of the document; of a pair, what its halves have in common. */
  readonly id: string;
  /** How far the log reached on disk when the writer was told, in bytes; 0 where nobody looked; null: never told. */
  acknowledgedAt: number | null;
}

/** Everything that was asked for in one database, by whomever, in the order of asking. */
export type History = readonly Entry[];

/** A document as the workload writes it. */
export interface Kept {
  readonly _id: string;
  /** Unique. */
  readonly code: string;
  readonly n: number;
}

/** The two documents of a pair, always written in one transaction. */
export const halvesOf = (id: string): readonly [string, string] => [`${id}-left`, `${id}-right`];
/** Counts the pairs of one writer; changed in the same transaction. */
export const ledgerOf = (writer: string): string => `ledger-${writer}`;
/** Counts what all writers counted, each by a plain conditional update. */
export const COUNTER = 'counter';
