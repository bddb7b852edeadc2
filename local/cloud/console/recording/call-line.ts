import type { InvocationRecord } from '../../functions/invocation-log';
import type { CallLine } from '../shared/functions';

/** A run as the console shows it: all but its output. */
export function callLine({ lines, ...call }: InvocationRecord): CallLine {
  return { ...call, printed: lines.length };
}
