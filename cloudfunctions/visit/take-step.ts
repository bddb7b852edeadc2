import type { SessionQueue } from '@core/contract/visit-views';
import { dayOf } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import { advance, type EncounterStep } from '@core/domain/visit/encounter';
import { message, type CallContext } from '../_kernel/call-context';
import { encounters, type EncounterRecord } from '../_store/encounters';
import type { StoredMessage } from '../_store/outbox';
import { visitRules, type VisitRules } from '../_store/visit-rules';
import { changeEncounter, type EncounterChange } from './change-encounter';
import { calledMessage } from './called-message';
import { isBarred } from './gate-passage';
import { holdOrRelease } from './hold-visits';
import { sessionQueue } from './session-queue';

interface Step {
  readonly procedure: string;
  readonly step: EncounterStep;
  readonly input: { readonly requestId: string; readonly appointmentId: string };
  readonly reason?: string;
}

/** One step of one visit; the answer is the queue as it is afterwards. */
export async function takeStep({ procedure, step, input, reason }: Step, context: CallContext) {
  const rules = await visitRules(context.now);
  if (NEEDS_GATE.includes(step)) {
    const bar = await gateOf({ step, appointmentId: input.appointmentId }, rules, context);
    if (bar) return bar;
  }
  const command = { procedure, input, appointmentId: input.appointmentId, reason: reason ?? null };
  const changed = await changeEncounter(command, context, (record) => stepped(record, step, rules, context));
  return changed.ok ? queueOf(changed.record.sessionId, context) : changed;
}

/** Steps towards the doctor: no checkpoint can be gone round by waiting. */
const NEEDS_GATE: readonly EncounterStep[] = ['call', 'start', 'return'];

interface Towards {
  readonly step: EncounterStep;
  readonly appointmentId: string;
}

/** What keeps a visit from a step towards the doctor: a flag, or for a way back into the queue that its day is over. */
async function gateOf({ step, appointmentId }: Towards, rules: VisitRules, context: CallContext) {
  const encounter = await encounters.findById(appointmentId);
  if (!encounter) return null;
  const { day, state } = encounter;
  if (step === 'return' && day !== dayOf(context.now)) return refuse('NOT_NOW', { state });
  if (!(await isBarred(encounter, rules, context.now))) return null;
  await holdOrRelease(appointmentId, rules, context);
  return refuse('NOT_NOW', { state: 'held' });
}

/** What a step makes of a visit; the booking is told when somebody was seen and when they left. */
export function stepped(
  record: EncounterRecord,
  step: EncounterStep,
  rules: VisitRules,
  context: CallContext,
) {
  const next = advance(record, step, rules.queue, context.now);
  if (!next.ok) return next;
  const change: EncounterChange = {
    fields: step === 'start' ? { ...next.value, checkpoints: withRoom(record, context) } : next.value,
    messages: progressTold(record, step, context),
  };
  return accept(change);
}

export async function queueOf(sessionId: string, context: CallContext) {
  const queue: SessionQueue | null = await sessionQueue(sessionId, context);
  return queue ? accept(queue) : refuse('NOT_FOUND', null);
}

/** Checkpoint 3: the doctor sees that the right person has come. */
const withRoom = ({ checkpoints }: EncounterRecord, { now, caller }: CallContext) => [
  ...checkpoints,
  { step: 3, at: now, by: 'doctor', byAccount: caller.accountId } as const,
];

const TOLD = { start: 'seen', finish: 'finished' } as const;

function progressTold(record: EncounterRecord, step: EncounterStep, context: CallContext): StoredMessage[] {
  if (step === 'call') return [calledMessage(record, record.calls + 1, context)];
  if (step !== 'start' && step !== 'finish') return [];
  const payload = { appointmentId: record._id, state: TOLD[step], at: context.now };
  return [message(context, 'encounter-progressed', payload)];
}
