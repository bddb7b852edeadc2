import type { Events } from '@core/contract/events';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { encounters } from '../_store/encounters';

/** Who checked in leaves the queue with the appointment; who is in the room stays there. Repeating it changes nothing. */
export async function onVisitCalledOff(
  { appointmentId }: Events['visit-called-off'],
  context: WorkContext,
): Promise<void> {
  await untilSaved(async () => {
    const record = await encounters.findById(appointmentId);
    if (!record || record.withdrawnAt !== null) return null;
    if (record.state === 'in-room' || record.state === 'finished') return null;
    const saved = await encounters.replace({
      ...record,
      withdrawnAt: context.now,
      audit: [...record.audit, audited(context, 'visit.calledOff')],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
    return saved ? null : CHANGED;
  });
}
