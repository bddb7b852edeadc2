import type { VisitView } from '@core/contract/visit-views';
import { dayOf, instantAt } from '@core/domain/calendar-day';
import { expectedWait } from '@core/domain/visit/expected-wait';
import { explain } from '@core/domain/visit/queue-explanation';
import { yetToCome, type Booked } from '@core/domain/visit/yet-to-come';
import type { AppointmentRecord } from '../_store/appointments';
import { encounters, type EncounterRecord, type QueuedEncounter } from '../_store/encounters';
import { open } from '../_store/sealed-field';
import { sessions, type Session } from '../_store/sessions';
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
  const standing = standingOf(appointment, encounter, now);
  const queue = encounter && standing === 'booked' ? await queueFacts(encounter, rules, now) : NO_QUEUE;
  return {
    appointmentId: appointment._id,
    standing,
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

/** Whether there is anything to wait for. */
function standingOf(
  { status, endedBy, day }: AppointmentRecord,
  encounter: EncounterRecord | null,
  now: number,
): VisitView['standing'] {
  if (status === 'pending') return 'unpaid';
  if (status !== 'booked' && endedBy === 'hospital') return 'stopped';
  if (status !== 'booked' || (encounter && encounter.withdrawnAt !== null)) return 'ended';
  return day < dayOf(now) && encounter?.state !== 'finished' ? 'past' : 'booked';
}

export const isLate = ({ arrivedAt, day, end }: QueuedEncounter): boolean => arrivedAt >= instantAt(day, end);

type QueueFacts = Pick<VisitView, 'serving' | 'ahead' | 'yetToCome' | 'wait'>;
const NO_QUEUE: QueueFacts = { serving: null, ahead: null, yetToCome: 0, wait: null };

async function queueFacts(encounter: EncounterRecord, rules: VisitRules, now: number): Promise<QueueFacts> {
  const everybody = await encounters.findBySession(encounter.sessionId);
  const queue = sessionOrder(everybody, rules.queue);
  const mine = queue.find(({ encounterId }) => encounterId === encounter._id);
  const told = explain(queue, encounter._id);
  const serving = servedNow(everybody);
  if (!told || !mine) return { ...NO_QUEUE, serving };
  const session = await sessions.findById(encounter.sessionId);
  const entered = new Set(everybody.map(({ _id }) => _id));
  const booked = session ? bookedIn(session) : [];
  const coming = yetToCome(mine, booked, entered, { day: encounter.day, now });
  const wait = expectedWait(
    {
      ahead: told.ahead,
      yetToCome: coming,
      roomTaken: serving !== null,
      lastMoveAt: lastMove(everybody),
      sessionStartsAt: instantAt(encounter.day, encounter.sessionStart),
      visitLengths: visitLengths(everybody),
    },
    rules.queue,
    now,
  );
  return { serving, ahead: { people: told.ahead, because: told.because }, yetToCome: coming, wait };
}

/** Who has a seat through this service: others' tickets never check in here. */
const bookedIn = ({ slots, claims }: Session): Booked[] =>
  slots.flatMap(({ start, end, seats }) =>
    seats.flatMap((queueNumber) => {
      const claim = claims[String(queueNumber)];
      return claim?.patientId == null ? [] : [{ encounterId: claim.holder, queueNumber, start, end }];
    }),
  );

const lastMove = (everybody: readonly QueuedEncounter[]): number | null => {
  const moves = everybody.flatMap(({ calledAt, finishedAt }) => [calledAt, finishedAt]);
  const known = moves.filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
};

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
