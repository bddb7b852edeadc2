import { addOperation, noOperations, type OperationCounts } from './operation-counts';

export type { OperationCounts } from './operation-counts';

/** Counts operations, so that a test can hold a use case to its budget. */
export class OperationCounter {
  readonly #open = new Set<OperationCounts>();

  /** Called once for each request to the database. */
  count(action: string, body: Record<string, unknown>): void {
    for (const counts of this.#open) addOperation(counts, action, body);
  }

  /** What is sent, by whomever, while the work runs. */
  async during(work: () => Promise<unknown>): Promise<OperationCounts> {
    const counts = noOperations();
    this.#open.add(counts);
    try {
      await work();
    } finally {
      this.#open.delete(counts);
    }
    return counts;
  }
}
