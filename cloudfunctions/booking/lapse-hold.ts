import { hasLapsed } from '@core/domain/booking/appointment';
import { audited, COURIER_DELAY_MS, message, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { appointments } from '../_store/appointments';
import { syncLiveAppointment } from './sync-live-appointment';

/** An unpaid hold whose time is up begins to end: its order is closed first, then the seat is freed. */
export async function lapseHold(appointmentId: string, context: WorkContext): Promise<void> {
  await untilSaved(async () => {
    const record = await appointments.findById(appointmentId);
    if (!record || !hasLapsed(record, context.now)) {
      if (record) await syncLiveAppointment(record);
      return null;
    }
    const close = message(context, 'order-close-requested', {
      appointmentId,
      amountFen: record.feeFen,
      accountId: record.accountId,
    });
    const saved = await appointments.replace({
      ...record,
      status: 'closing',
      endedBy: 'lapse',
      audit: [...record.audit, audited(context, 'appointment.lapse')],
      outbox: [...record.outbox, close],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
    if (!saved) return CHANGED;
    context.posted({ collection: 'appointments', documentId: appointmentId, messages: [close] });
    return null;
  });
}
