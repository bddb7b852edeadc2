import type { Events } from '@core/contract/events';
import type { WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { bills } from '../_store/bills';
import { saveBill } from './save-bill';

/** Later news of a refund replaces earlier news; a repeated or overtaken message changes nothing. */
export async function onBillRefundProgressed(
  { billId, refundId, state, owner, at }: Events['bill-refund-progressed'],
  context: WorkContext,
): Promise<void> {
  await untilSaved(async () => {
    const bill = await bills.findById(billId);
    const refund = bill?.refunds.find((one) => one.refundId === refundId);
    if (!bill || !refund || refund.state === 'done' || refund.state === state) return null;
    // Clocks of two instances may differ a little: the first news and the last one are never taken for old.
    if (refund.at > at && refund.state !== 'requested' && state !== 'done') return null;
    const next = { ...refund, state, owner, at };
    const refunds = bill.refunds.map((one) => (one.refundId === refundId ? next : one));
    const change = { action: `bill.refund-${state}`, reason: refund.rule, messages: [] };
    return (await saveBill({ ...bill, refunds }, change, context)) ? null : CHANGED;
  });
}
