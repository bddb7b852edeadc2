import type { Events } from '@core/contract/events';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { appointments } from '../_store/appointments';

/** A paper was printed or no longer counts: from now on the refund goes another way (rule A6). Older news changes nothing. */
export async function onInvoiceChanged(
  { appointmentId, printed, at }: Events['invoice-changed'],
  context: WorkContext,
): Promise<void> {
  await untilSaved(async () => {
    const record = await appointments.findById(appointmentId);
    if (!record || (record.invoiceChangedAt ?? 0) >= at) return null;
    const saved = await appointments.replace({
      ...record,
      invoicePrinted: printed,
      invoiceChangedAt: at,
      audit: [...record.audit, audited(context, printed ? 'appointment.invoice' : 'appointment.no-invoice')],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
    return saved ? null : CHANGED;
  });
}
