import type { Events } from '@core/contract/events';
import type { WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { appointments } from '../_store/appointments';
import { ended } from './cancelled-appointment';

/** The order can never be paid any more: only now the appointment ends and its seat is freed. */
export async function onOrderClosed(
  { appointmentId }: Events['order-closed'],
  context: WorkContext,
): Promise<void> {
  await untilSaved(async () => {
    const record = await appointments.findById(appointmentId);
    if (record?.status !== 'closing') return null;
    const { next, messages } = ended(record, { endedBy: record.endedBy ?? 'lapse', decision: null }, context);
    if (!(await appointments.replace(next))) return CHANGED;
    context.posted({ collection: 'appointments', documentId: appointmentId, messages });
    return null;
  });
}
