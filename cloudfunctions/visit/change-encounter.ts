import { refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, type CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { encounters, type EncounterRecord } from '../_store/encounters';
import type { StoredMessage } from '../_store/outbox';

interface Command {
  readonly procedure: string;
  readonly input: { readonly requestId: string };
  readonly appointmentId: string;
  /** For the audit. */
  readonly reason: string | null;
}

export interface EncounterChange {
  readonly fields: Partial<EncounterRecord>;
  readonly messages: readonly StoredMessage[];
}

interface Refused {
  readonly ok: false;
}

/** Load → decide → save for a command on one visit. Answers the visit as it is afterwards. */
export function changeEncounter<
  Decision extends { readonly ok: true; readonly value: EncounterChange } | Refused,
>(
  { procedure, input, appointmentId, reason }: Command,
  context: CallContext,
  decide: (record: EncounterRecord) => Decision,
) {
  const bodyIndex = bodyIndexOf(procedure, input);
  return untilSaved(async () => {
    const record = await encounters.findById(appointmentId);
    if (!record) return refuse('NOT_FOUND', null);
    const replay = replayOf(record.requests, input.requestId, bodyIndex);
    if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
    if (replay === 'same') return { ok: true, record } as const;
    if (record.withdrawnAt !== null) return refuse('NOT_NOW', { state: 'withdrawn' });

    const decision = decide(record);
    if (!decision.ok) return decision as Extract<Decision, Refused>;
    const { fields, messages } = decision.value;
    const next: EncounterRecord = {
      ...record,
      ...fields,
      requests: remember(record.requests, { requestId: input.requestId, bodyIndex, at: context.now }),
      audit: [...record.audit, audited(context, `visit.${procedure}`, reason)],
      outbox: [...record.outbox, ...messages],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    if (!(await encounters.replace(next))) return CHANGED;
    if (messages.length > 0) context.posted({ collection: 'encounters', documentId: record._id, messages });
    return { ok: true, record: next } as const;
  });
}
