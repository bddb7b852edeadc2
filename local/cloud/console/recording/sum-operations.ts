import type { OperationLine } from '../shared/functions';

/** Adds up what several runs asked of the database. */
export function sumOperations(parts: Iterable<OperationLine>): OperationLine {
  const total: OperationLine = { reads: 0, writes: 0, transactions: 0, byCollection: {} };
  const collections = new Map<string, { reads: number; writes: number }>();
  for (const part of parts) {
    total.reads += part.reads;
    total.writes += part.writes;
    total.transactions += part.transactions;
    for (const [name, { reads, writes }] of Object.entries(part.byCollection)) {
      const sum = collections.get(name) ?? { reads: 0, writes: 0 };
      collections.set(name, { reads: sum.reads + reads, writes: sum.writes + writes });
    }
  }
  return { ...total, byCollection: Object.fromEntries(collections) };
}
