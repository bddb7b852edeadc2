import type { visit } from '@core/contract/visit';
import { accept, refuse } from '@core/domain/result';
import { advance } from '@core/domain/visit/encounter';
import { bodyIndexOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { appointments } from '../_store/appointments';
import { encounters } from '../_store/encounters';
import { visitRules } from '../_store/visit-rules';
import { changeEncounter } from './change-encounter';
import { checkInAnew } from './checking-in';
import { queueingBar } from './gate-passage';
import { visitView } from './visit-view';

/** Checkpoint 2 by the nurse, who may see that somebody cannot wait. Doing it again sets the priority anew. */
export const checkInFor: UseCase<typeof visit.procedures.checkInFor> = async (input, context) => {
  const { now } = context;
  const [rules, appointment, encounter] = await Promise.all([
    visitRules(now),
    appointments.findById(input.appointmentId),
    encounters.findById(input.appointmentId),
  ]);
  const area = rules.areas.find(({ areaId }) => areaId === input.areaId);
  if (!area) return refuse('AREA_UNKNOWN', null);
  if (!appointment) return refuse('NOT_FOUND', null);
  const seen = input.priority === 'as-booked' ? null : input.priority;
  if (!encounter) {
    const bodyIndex = bodyIndexOf('checkInFor', input);
    const wish = { appointment, area, by: 'nurse', seen, requestId: input.requestId, bodyIndex } as const;
    const entered = await checkInAnew(wish, rules, context);
    return entered.ok ? accept(await visitView(appointment, entered.value, rules, now)) : entered;
  }
  const bar = encounter.state === 'arrived' ? null : await queueingBar(encounter, rules, now);
  if (bar) {
    context.viewed(encounter.patientId);
    return bar;
  }
  const command = { procedure: 'checkInFor', input, appointmentId: encounter._id, reason: seen };
  const changed = await changeEncounter(command, context, (record) => {
    const priority = seen ?? record.priority;
    if (record.state === 'arrived') return accept({ fields: { priority }, messages: [] });
    const next = advance(record, 'return', rules.queue, now);
    return next.ok && record.state !== 'finished'
      ? accept({ fields: { ...next.value, priority }, messages: [] })
      : refuse('NOT_NOW', { state: record.state });
  });
  return changed.ok ? accept(await visitView(appointment, changed.record, rules, now)) : changed;
};
