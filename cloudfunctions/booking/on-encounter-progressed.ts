import type { Events } from '@core/contract/events';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { appointments } from '../_store/appointments';

const ORDER = ['arrived', 'seen', 'finished'] as const;

/** Remembers how far the visit has come: who was seen gets no registration fee back (A5). Late news never sets it back. */
export async function onEncounterProgressed(
  { appointmentId, state }: Events['encounter-progressed'],
  context: WorkContext,
): Promise<void> {
  await untilSaved(async () => {
    const record = await appointments.findById(appointmentId);
    if (!record) return null;
    const before = record.attendance ? ORDER.indexOf(record.attendance) : -1;
    if (ORDER.indexOf(state) <= before) return null;
    const saved = await appointments.replace({
      ...record,
      attendance: state,
      audit: [...record.audit, audited(context, 'appointment.attend', state)],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
    return saved ? null : CHANGED;
  });
}
