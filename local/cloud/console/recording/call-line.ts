import type { InvocationRecord } from '../../functions/invocation-log';
import type { CallLine } from '../shared/functions';

/** A run as the console lists it: without what it was given, gave back and printed. */
export function callLine(record: InvocationRecord): CallLine {
  const { requestId, parent, name, source, startedAt, durationMs, waitedMs, start, instance } = record;
  const { eventBytes, resultBytes, peakMemoryBytes, operations, failure, lines } = record;
  const began = { requestId, parent, name, source, startedAt, start, instance };
  const cost = { durationMs, waitedMs, eventBytes, resultBytes, peakMemoryBytes, operations };
  return { ...began, ...cost, failure, printed: lines.length };
}
