/** Operations on the database, counted as the SDK sends them. */
export interface OperationCounts {
  reads: number;
  /** Documents written: each inserted one, and one for each update or removal that was sent. */
  writes: number;
  /** Transactions begun. */
  transactions: number;
  byCollection: Record<string, { reads: number; writes: number }>;
}

const READS = new Set(['database.getDocument', 'database.calculateDocument', 'database.aggregateDocuments']);
const WRITES = new Set(['database.insertDocument', 'database.modifyDocument', 'database.removeDocument']);

/** Nothing counted yet. */
export const noOperations = (): OperationCounts => ({
  reads: 0,
  writes: 0,
  transactions: 0,
  byCollection: {},
});

/** Adds one request of the SDK to the counts. */
export function addOperation(counts: OperationCounts, action: string, body: Record<string, unknown>): void {
  const { data, collectionName } = body;
  const reads = READS.has(action) ? 1 : 0;
  const writes = WRITES.has(action) ? (Array.isArray(data) ? data.length : 1) : 0;
  counts.reads += reads;
  counts.writes += writes;
  if (action === 'database.startTransaction') counts.transactions += 1;
  if (typeof collectionName !== 'string' || reads + writes === 0) return;
  // A collection may bear any name, also one that every object has.
  const own = Object.hasOwn(counts.byCollection, collectionName)
    ? counts.byCollection[collectionName]
    : undefined;
  const total = { reads: (own?.reads ?? 0) + reads, writes: (own?.writes ?? 0) + writes };
  Object.defineProperty(counts.byCollection, collectionName, {
    value: total,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
