import { refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, message, type CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { checkpoints, newCheckpoint, type CheckpointRecord } from '../_store/checkpoints';
import { insertedFirst } from '../_store/inserted-first';

interface Command {
  readonly procedure: string;
  readonly input: { readonly requestId: string; readonly patientId: string };
  /** For the audit. */
  readonly reason: string | null;
}

interface Refused {
  readonly ok: false;
}

type Change = Pick<CheckpointRecord, 'flag'> & Partial<Pick<CheckpointRecord, 'declarations'>>;
export type CheckpointDecision = { readonly change: Change } | Refused;

/**
 * Load → decide → save for a command on a patient's checkpoint 1. Where a flag is set or cleared, the accounts that have
 * this patient's card are told by an event stored with it.
 */
export function changeCheckpoint<Decision extends CheckpointDecision>(
  { procedure, input, reason }: Command,
  context: CallContext,
  decide: (record: CheckpointRecord) => Decision,
) {
  const bodyIndex = bodyIndexOf(procedure, input);
  return untilSaved(async () => {
    const found = await checkpoints.findById(input.patientId);
    const record = found ?? newCheckpoint(input.patientId);
    const replay = replayOf(record.requests, input.requestId, bodyIndex);
    if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
    if (replay === 'same') return { ok: true, record } as const;

    const decision = decide(record);
    if (!('change' in decision)) return decision as Extract<Decision, Refused>;
    const { change } = decision;
    const isNews = change.flag !== record.flag;
    const messages = isNews ? [message(context, 'patient-flagged', { patientId: record._id })] : [];
    const next: CheckpointRecord = {
      ...record,
      ...change,
      flaggedUntil: change.flag?.clearedAt === null ? change.flag.until : 0,
      requests: remember(record.requests, { requestId: input.requestId, bodyIndex, at: context.now }),
      audit: [...record.audit, audited(context, `visit.${procedure}`, reason)],
      outbox: [...record.outbox, ...messages],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    const saved = found ? await checkpoints.replace(next) : await insertNew(next);
    if (!saved) return CHANGED;
    if (isNews) context.posted({ collection: 'checkpoints', documentId: record._id, messages });
    return { ok: true, record: next } as const;
  });
}

const insertNew = (record: CheckpointRecord): Promise<boolean> => insertedFirst(checkpoints.insert(record));
