import { refuse } from '@core/domain/result';
import { ContentionError } from '../_store/store-errors';
import { describeFault, log } from './log';

/** The one place where something thrown becomes an answer. Logged by class and code, never by message. */
export function answerFault(thrown: unknown, traceId: string): object {
  log({ level: 'error', what: 'fault', traceId, fault: describeFault(thrown) });
  if (thrown instanceof ContentionError) return refuse('BUSY', null);
  return refuse('FAULT', { requestId: traceId });
}
