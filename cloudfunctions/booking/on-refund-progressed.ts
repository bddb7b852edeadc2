import type { Events } from '@core/contract/events';
import type { WorkContext } from '../_kernel/call-context';
import { audited, COURIER_DELAY_MS } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { appointments } from '../_store/appointments';

/** Later news of a refund replaces earlier news; a repeated or overtaken message changes nothing. */
export async function onRefundProgressed(
  event: Events['refund-progressed'],
  context: WorkContext,
): Promise<void> {
  await untilSaved(async () => {
    const record = await appointments.findById(event.appointmentId);
    const refund = record?.refund;
    if (!record || refund?.refundId !== event.refundId) return null;
    const { state, owner, at } = event;
    if (refund.state === 'done' || refund.state === state) return null;
    // Clocks of two instances may differ a little: the first news and the last one are never taken for old.
    if (refund.at > at && refund.state !== 'requested' && state !== 'done') return null;
    const saved = await appointments.replace({
      ...record,
      refund: { ...refund, state, owner, at },
      audit: [...record.audit, audited(context, `refund.${state}`, refund.rule)],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
    return saved ? null : CHANGED;
  });
}
