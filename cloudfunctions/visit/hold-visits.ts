import { dayOf } from '@core/domain/calendar-day';
import { advance } from '@core/domain/visit/encounter';
import { audited, COURIER_DELAY_MS, type CallContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { encounters } from '../_store/encounters';
import type { VisitRules } from '../_store/visit-rules';
import { isBarred } from './gate-passage';

/**
 * Brings the visits of today in line with a patient's flag: who is sent elsewhere is not called, who was cleared waits where
 * they waited. Asked again it finds nothing to do.
 */
export async function followFlag(patientId: string, rules: VisitRules, context: CallContext): Promise<void> {
  const entered = await encounters.findByPatient(patientId, dayOf(context.now));
  for (const { _id } of entered) await holdOrRelease(_id, rules, context);
}

/** Holds one visit where its patient's flag bars the clinic, and lets it go on where it was held for nothing. */
export async function holdOrRelease(
  appointmentId: string,
  rules: VisitRules,
  context: CallContext,
): Promise<void> {
  await untilSaved(async () => {
    const record = await encounters.findById(appointmentId);
    if (!record) return null;
    const barred = await isBarred(record, rules, context.now);
    if (!barred && record.state !== 'held') return null;
    const step = barred ? 'hold' : 'return';
    const next = advance(record, step, rules.queue, context.now);
    if (!next.ok) return null;
    const audit = [...record.audit, audited(context, barred ? 'visit.hold' : 'visit.release')];
    const outboxDueAt = context.now + COURIER_DELAY_MS;
    return (await encounters.replace({ ...record, ...next.value, audit, outboxDueAt })) ? null : CHANGED;
  });
}
