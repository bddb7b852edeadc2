import type { VisitView } from '@core/contract/visit-views';
import { instantAt } from '@core/domain/calendar-day';
import { expectedWait } from '@core/domain/visit/expected-wait';
import { explain } from '@core/domain/visit/queue-explanation';
import type { AppointmentRecord } from '../_store/appointments';
import { encounters, type EncounterRecord, type QueuedEncounter } from '../_store/encounters';
import { open } from '../_store/sealed-field';
import { areaOf, type VisitRules } from '../_store/visit-rules';
import { viewOf } from './checking-in';
import { sessionOrder } from './session-order';

/** A visit as the patient's phone shows it; before check-in only what was booked. */
export async function visitView(
  appointment: AppointmentRecord,
  encounter: EncounterRecord | null,
  rules: VisitRules,
  now: number,
): Promise<VisitView> {
  const shown = encounter ?? appointment;
  const area = encounter
    ? (rules.areas.find(({ areaId }) => areaId === encounter.areaId) ?? null)
    : areaOf(rules, appointment.clinicId);
  const queue = encounter ? await queueFacts(encounter, rules, now) : NO_QUEUE;
  return {
    appointmentId: appointment._id,
    patientId: appointment.patientId,
    maskedName: open(appointment.maskedName, { documentId: appointment._id, field: 'maskedName' }),
    clinicName: shown.clinicName,
    practitionerName: shown.practitionerName,
    practitionerTitle: encounter?.legs.length ? '' : appointment.practitionerTitle,
    day: shown.day,
    start: shown.start,
    end: shown.end,
    queueNumber: encounter?.queueNumber ?? appointment.seat,
    place: shown.place,
    area: viewOf(area),
    state: encounter?.state ?? null,
    priority: encounter?.priority ?? 'none',
    late: encounter ? isLate(encounter) : false,
    again: encounter?.again?.because ?? null,
    transferredFrom: encounter?.legs.at(-1)?.clinicName ?? null,
    checkpoints: (encounter?.checkpoints ?? []).map(({ step, at, by }) => ({ step, at, by })),
    ...queue,
  };
}

export const isLate = ({ arrivedAt, day, end }: QueuedEncounter): boolean => arrivedAt >= instantAt(day, end);

type QueueFacts = Pick<VisitView, 'serving' | 'ahead' | 'wait'>;
const NO_QUEUE: QueueFacts = { serving: null, ahead: null, wait: null };

async function queueFacts(encounter: EncounterRecord, rules: VisitRules, now: number): Promise<QueueFacts> {
  const everybody = await encounters.findBySession(encounter.sessionId);
  const told = explain(sessionOrder(everybody, rules.queue), encounter._id);
  const serving = servedNow(everybody);
  if (!told) return { serving, ahead: null, wait: null };
  const wait = expectedWait(
    {
      ahead: told.ahead,
      roomTaken: serving !== null,
      begun: everybody.some(({ calledAt }) => calledAt !== null),
      sessionStartsAt: instantAt(encounter.day, encounter.sessionStart),
      visitLengths: visitLengths(everybody),
    },
    rules.queue,
    now,
  );
  return { serving, ahead: { people: told.ahead, because: told.because }, wait };
}

/** Called last, else in the room. */
function servedNow(everybody: readonly QueuedEncounter[]): number | null {
  const served = everybody
    .filter(({ state }) => state === 'called' || state === 'in-room')
    .sort((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0));
  return served[0]?.queueNumber ?? null;
}

const visitLengths = (everybody: readonly QueuedEncounter[]): number[] =>
  everybody
    .flatMap(({ startedAt, finishedAt }) =>
      startedAt !== null && finishedAt !== null ? [{ startedAt, finishedAt }] : [],
    )
    .sort((a, b) => a.finishedAt - b.finishedAt)
    .map(({ startedAt, finishedAt }) => finishedAt - startedAt);
