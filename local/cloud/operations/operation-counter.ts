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

const none = (): OperationCounts => ({ reads: 0, writes: 0, transactions: 0, byCollection: {} });

/** Counts operations, so that a test can hold a use case to its budget. */
export class OperationCounter {
  readonly #open = new Set<OperationCounts>();

  /** Called once for each request to the database. */
  count(action: string, body: Record<string, unknown>): void {
    if (this.#open.size === 0) return;
    const inserted = Array.isArray(body['data']) ? body['data'].length : 1;
    const reads = READS.has(action) ? 1 : 0;
    const writes = WRITES.has(action) ? inserted : 0;
    const collection = typeof body['collectionName'] === 'string' ? body['collectionName'] : undefined;
    for (const counts of this.#open) {
      counts.reads += reads;
      counts.writes += writes;
      if (action === 'database.startTransaction') counts.transactions += 1;
      if (collection === undefined) continue;
      const own = (counts.byCollection[collection] ??= { reads: 0, writes: 0 });
      own.reads += reads;
      own.writes += writes;
    }
  }

  /** What is sent, by whomever, while the work runs. */
  async during(work: () => Promise<unknown>): Promise<OperationCounts> {
    const counts = none();
    this.#open.add(counts);
    try {
      await work();
    } finally {
      this.#open.delete(counts);
    }
    return counts;
  }
}
