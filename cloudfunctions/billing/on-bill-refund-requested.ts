import type { Events } from '@core/contract/events';
import type { WorkContext } from '../_kernel/call-context';
import { enterRefund } from './on-refund-requested';

/** Enters a refund of a bill once under its number, whatever is repeated, and starts it. */
export const onBillRefundRequested = (
  { paymentId, refundId, amountFen, rule }: Events['bill-refund-requested'],
  context: WorkContext,
): Promise<void> => enterRefund(paymentId, { refundId, amountFen, rule }, context);
