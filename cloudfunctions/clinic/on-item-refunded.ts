import type { Events } from '@core/contract/events';
import { refundLine } from '@core/domain/clinic/order';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { orders } from '../_store/orders';

/** The money of a line went back. Repeating it changes nothing. */
export async function onItemRefunded(
  { orderId, lineId }: Events['item-refunded'],
  context: WorkContext,
): Promise<void> {
  await untilSaved(async () => {
    const record = await orders.findById(orderId);
    const line = record?.lines.find((one) => one.lineId === lineId);
    if (!record || !line || line.state === 'refunded') return null;
    const saved = await orders.replace({
      ...record,
      lines: record.lines.map((one) => (one.lineId === lineId ? refundLine(one) : one)),
      audit: [...record.audit, audited(context, 'clinic.itemRefunded')],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
    return saved ? null : CHANGED;
  });
}
