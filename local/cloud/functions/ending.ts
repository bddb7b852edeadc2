import { executionFailed, memoryExceeded, resultTooLarge, timeExceeded, type Failure } from './failure';
import type { Ending, Limits } from './function-process';

/** Puts the end of a run that gave no result into the platform's words. */
export function describeEnding(
  ending: Exclude<Ending, { type: 'result' }>,
  limits: Limits & { maxResultBytes: number },
  elapsedMs: number,
): Failure {
  switch (ending.type) {
    case 'failure':
      return executionFailed(ending.message);
    case 'oversize':
      return resultTooLarge(ending.bytes, limits.maxResultBytes);
    case 'timeout':
      return timeExceeded(`Invoking task timed out after ${limits.timeoutMs / 1000} seconds`);
    case 'memory':
      return memoryExceeded(`memory usage exceeded ${limits.memoryMegabytes} MB`);
    case 'exit':
      return executionFailed(
        `Process exited unexpectedly before completing request (duration: ${Math.round(elapsedMs)}ms)`,
      );
  }
}
