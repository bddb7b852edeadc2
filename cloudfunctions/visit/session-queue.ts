import type { QueuedPerson, SessionQueue } from '@core/contract/visit-views';
import type { CallContext } from '../_kernel/call-context';
import { catalogue } from '../_store/catalog';
import { encounters, type QueuedEncounter } from '../_store/encounters';
import { open } from '../_store/sealed-field';
import { sessions, type Session } from '../_store/sessions';
import { visitRules, type VisitRules } from '../_store/visit-rules';
import { sessionOrder } from './session-order';
import { isLate } from './visit-view';

export interface OrderedSession {
  readonly everybody: readonly QueuedEncounter[];
  readonly queue: ReturnType<typeof sessionOrder>;
}

/** Everybody of a session, and the order in which those who wait will be called. */
export async function orderedSession(sessionId: string, rules: VisitRules): Promise<OrderedSession> {
  const everybody = await encounters.findBySession(sessionId);
  return { everybody, queue: sessionOrder(everybody, rules.queue) };
}

/** A session's queue for staff; everybody in it counts as looked at. Null where there is no such session. */
export async function sessionQueue(sessionId: string, context: CallContext): Promise<SessionQueue | null> {
  const [session, rules] = await Promise.all([sessions.findById(sessionId), visitRules(context.now)]);
  if (!session) return null;
  return shownQueue(session, await orderedSession(sessionId, rules), context);
}

export async function shownQueue(
  { _id: sessionId, clinicId, place, day, start, end }: Session,
  { everybody, queue }: OrderedSession,
  context: CallContext,
): Promise<SessionQueue> {
  const { clinics } = await catalogue.current(context.now);
  const people = new Map(everybody.map((one) => [one._id, queuedPerson(one)]));
  for (const { patientId } of everybody) context.viewed(patientId);
  const inState = (state: QueuedPerson['state']): QueuedPerson[] =>
    [...people.values()]
      .filter((person) => person.state === state)
      .sort((a, b) => a.queueNumber - b.queueNumber);
  return {
    sessionId,
    clinicId,
    clinicName: clinics.find((clinic) => clinic.clinicId === clinicId)?.name ?? '',
    place,
    day,
    start,
    end,
    inRoom: inState('in-room'),
    called: inState('called'),
    waiting: queue.flatMap(({ encounterId }) => people.get(encounterId) ?? []),
    passed: inState('passed'),
    held: inState('held'),
    finished: inState('finished'),
  };
}

const queuedPerson = (one: QueuedEncounter): QueuedPerson => ({
  appointmentId: one._id,
  queueNumber: one.queueNumber,
  maskedName: open(one.maskedName, { documentId: one._id, field: 'maskedName' }),
  start: one.start,
  end: one.end,
  state: one.state,
  priority: one.priority,
  arrivedAt: one.arrivedAt,
  late: isLate(one),
  passes: one.passes,
  again: one.again?.because ?? null,
  transferredFrom: one.legs.at(-1)?.clinicName ?? null,
});
