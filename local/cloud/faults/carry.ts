import type { FaultBoard } from './faults';
import { Interruption } from './interruption';
import type { FaultName } from './names';
import type { Operation } from './rule';

interface Ways {
  readonly timeout: FaultName;
  readonly reset: FaultName;
  readonly crash: FaultName;
}

const BEFORE: Ways = { timeout: 'timeout-before', reset: 'reset-before', crash: 'crash-before' };
const AFTER: Ways = { timeout: 'timeout-after', reset: 'reset-after', crash: 'crash-after' };

async function interrupt(board: FaultBoard, operation: Operation, ways: Ways): Promise<void> {
  const timeout = board.strike(ways.timeout, operation);
  if (timeout !== undefined) {
    await board.wait(timeout.ms ?? 0);
    throw new Interruption('lost-answer');
  }
  if (board.strike(ways.reset, operation)) throw new Interruption('connection-reset');
  // Only an instance can crash: what comes from a phone has no step.
  if (operation.step !== undefined && board.strike(ways.crash, operation))
    throw new Interruption('instance-crash');
}

/**
 * Carries a request to the work and its answer back, past the faults in force. What ends without an answer throws an
 * Interruption: before the work, or after it, whether that succeeded or was refused.
 */
export async function carry<T>(board: FaultBoard, operation: Operation, work: () => Promise<T>): Promise<T> {
  if (board.quiet) return work();
  const slow = board.strike('slow', operation);
  if (slow !== undefined) await board.wait(slow.ms ?? 0);
  await interrupt(board, operation, BEFORE);
  try {
    return await work();
  } finally {
    await interrupt(board, operation, AFTER);
  }
}
