import type { Events } from '@core/contract/events';
import type { WorkContext } from '../_kernel/call-context';
import { syncBill } from './sync-bill';

/** A line was taken back or not done: a bill that nobody paid yet follows. */
export const onOrderChanged = (event: Events['order-changed'], context: WorkContext): Promise<void> =>
  syncBill(event, context);
