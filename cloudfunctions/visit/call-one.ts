import { advance } from '@core/domain/visit/encounter';
import { audited, COURIER_DELAY_MS, type CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember } from '../_kernel/requests';
import { appointments } from '../_store/appointments';
import { encounters } from '../_store/encounters';
import type { VisitRules } from '../_store/visit-rules';
import { calledMessage } from './called-message';
import { isBarred } from './gate-passage';
import { holdOrRelease } from './hold-visits';

interface Call {
  readonly encounterId: string;
  /** Why this one before others. */
  readonly reason: string | null;
  readonly input: { readonly requestId: string };
}

/**
 * Calls one who waits. `changed`: they do not wait any more, their appointment has ended, or the gate sends them elsewhere;
 * look again.
 */
export async function callOne(
  { encounterId, reason, input }: Call,
  rules: VisitRules,
  context: CallContext,
): Promise<'called' | 'changed'> {
  const { now } = context;
  const [record, appointment] = await Promise.all([
    encounters.findById(encounterId),
    appointments.findById(encounterId),
  ]);
  if (record?.state !== 'arrived') return 'changed';
  if (appointment?.status !== 'booked') {
    await encounters.replace({ ...record, withdrawnAt: now });
    return 'changed';
  }
  if (await isBarred(record, rules, now)) {
    await holdOrRelease(record._id, rules, context);
    return 'changed';
  }
  const next = advance(record, 'call', rules.queue, now);
  if (!next.ok) return 'changed';
  const messages = [calledMessage(record, next.value.calls, context)];
  const saved = await encounters.replace({
    ...record,
    ...next.value,
    requests: remember(record.requests, {
      requestId: input.requestId,
      bodyIndex: bodyIndexOf('callNext', input),
      at: now,
    }),
    audit: [...record.audit, audited(context, 'visit.callNext', reason)],
    outbox: [...record.outbox, ...messages],
    outboxDueAt: now + COURIER_DELAY_MS,
  });
  if (!saved) return 'changed';
  context.posted({ collection: 'encounters', documentId: record._id, messages });
  return 'called';
}
