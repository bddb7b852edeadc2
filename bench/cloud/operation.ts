/** What is measured, the same work on every side. */
export const OPERATIONS = ['get', 'decrement', 'insert', 'transaction'] as const;
export type OperationName = (typeof OPERATIONS)[number];

export const ABOUT: Readonly<Record<OperationName, string>> = {
  get: 'one document by its _id',
  decrement: 'n becomes n - 1 where _id is this and n is above 0',
  insert: 'one new document',
  transaction: 'begin, read one document, decrement it, insert another, commit',
};

/** One side's way to do each of them once; rejects where it was not done. `client` is from 0. */
export type Driver = Readonly<Record<OperationName, (pick: Pick) => Promise<void>>> & {
  close(): Promise<void> | void;
};

/** What one operation works on. */
export interface Pick {
  readonly client: number;
  /** Of a document that no other client works on at the same time. */
  readonly id: string;
  /** Of a document that does not exist yet. */
  readonly newId: string;
}

export const COLLECTION = 'things';
/** Documents that are there before anything is measured. */
export const DOCUMENTS = 10_000;
/** High enough that no decrement is ever refused. */
const PLENTY = 1_000_000_000;

export const idOf = (number: number): string => `document-${number}`;

/** About 340 bytes of JSON with a field under a secondary index. */
export const documentOf = (id: string, number: number): Readonly<Record<string, unknown>> => ({
  _id: id,
  code: `code-${number % 5000}`,
  n: PLENTY,
  text: 'A text of some length, as documents have them. '.repeat(5),
});

/** A driver from the sides' own words: each must say how many documents it changed or found. */
export function checked(count: number): void {
  if (count !== 1) throw new Error(`one document was meant, ${count} were touched`);
}
