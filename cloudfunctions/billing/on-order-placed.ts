import type { Events } from '@core/contract/events';
import type { WorkContext } from '../_kernel/call-context';
import { syncBill } from './sync-bill';

/** A doctor ordered something: its bill is made. */
export const onOrderPlaced = (event: Events['order-placed'], context: WorkContext): Promise<void> =>
  syncBill(event, context);
