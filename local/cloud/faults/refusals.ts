import { requestFailed, storageFailed, transactionConflict } from '../database/failures';
import { CloudError } from '../protocol/cloud-error';
import type { FaultBoard } from './faults';
import type { FaultName } from './names';
import type { Operation } from './rule';

const WRITES: ReadonlySet<string> = new Set([
  'database.addCollection',
  'database.insertDocument',
  'database.modifyDocument',
  'database.removeDocument',
  'database.commitTransaction',
]);

/** How a database names its own trouble: SYS_ERR, with the sentence of the store below. [MEM] */
const REFUSALS: Partial<Record<FaultName, () => CloudError>> = {
  quota: () => new CloudError('EXCEED_REQUEST_LIMIT', 'quota is used up'),
  'database-fail': () => requestFailed('database request fail'),
  full: () => storageFailed('database or disk is full'),
  'read-only': () => storageFailed('attempt to write a readonly database'),
  conflict: transactionConflict,
};

const ALWAYS: readonly FaultName[] = ['quota', 'database-fail'];
const WHEN_WRITING: readonly FaultName[] = ['full', 'read-only'];

/** The refusal of an operation, and whether it ends the transaction that the operation belongs to. */
export interface Refusal {
  error: CloudError;
  endsTransaction: boolean;
}

/** The refusal of a database operation by the faults in force: it is to be answered, and nothing done. */
export function refusalOf(
  board: FaultBoard,
  operation: Operation,
  inTransaction: boolean,
): Refusal | undefined {
  if (board.quiet) return undefined;
  const isWrite = WRITES.has(operation.action ?? '');
  const names = [
    ...ALWAYS,
    ...(isWrite ? WHEN_WRITING : []),
    ...(inTransaction ? (['conflict'] as const) : []),
  ];
  for (const name of names) {
    const error = board.strike(name, operation) && REFUSALS[name]?.();
    // A request that was turned away may be sent again; what MongoDB refuses ends the transaction.
    if (error !== undefined) return { error, endsTransaction: inTransaction && name !== 'quota' };
  }
  return undefined;
}
