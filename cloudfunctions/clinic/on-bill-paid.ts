import type { Events } from '@core/contract/events';
import { payLine } from '@core/domain/clinic/order';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { bills } from '../_store/bills';
import { orders } from '../_store/orders';

/** What the bill charged is paid from now on, and only that. Repeating it changes nothing. */
export async function onBillPaid(
  { billId, orderId }: Events['bill-paid'],
  context: WorkContext,
): Promise<void> {
  const bill = await bills.findById(billId);
  const charged = new Set(bill?.lines.map(({ lineId }) => lineId));
  await untilSaved(async () => {
    const record = await orders.findById(orderId);
    if (!record?.lines.some(({ lineId, paid }) => charged.has(lineId) && !paid)) return null;
    const lines = record.lines.map((line) => (charged.has(line.lineId) ? payLine(line) : line));
    const saved = await orders.replace({
      ...record,
      lines,
      audit: [...record.audit, audited(context, 'clinic.billPaid')],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
    return saved ? null : CHANGED;
  });
}
