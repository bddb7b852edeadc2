import type { StopView } from '@core/contract/clinic-views';
import { accept, refuse, type Result } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import type { StopRecord } from '../_store/stops';
import { stopView } from './stop-view';

/** A request as an answer. */
export async function shownStop(
  record: StopRecord,
  context: CallContext,
): Promise<Result<StopView, { NOT_FOUND: null }>> {
  const view = await stopView(record, context);
  return view ? accept(view) : refuse('NOT_FOUND', null);
}
