import { dayOf, instantAt } from '../calendar-day';
import type { EncounterState } from './encounter';
import { orderTasks } from './order-tasks';
import {
  NO_TASK,
  type Task,
  type TaskAppointment,
  type TaskKind,
  type TaskPlace,
  type TaskSources,
} from './task';
import { billTasks, lineTasks, reportTasks } from './tasks-after';

/** What this patient has to do, in the order in which it is to be done; what is done today stays, at the end. */
export function listTasks(sources: TaskSources, now: number): readonly Task[] {
  return orderTasks([
    ...gateTasks(sources, now),
    ...sources.appointments.flatMap((appointment) => appointmentTasks(appointment, sources, now)),
    ...billTasks(sources, now),
    ...lineTasks(sources, now),
    ...reportTasks(sources, now),
  ]);
}

const isToday = ({ status, day }: TaskAppointment, now: number): boolean =>
  status === 'booked' && day === dayOf(now);

/** Whom the gate sent away is told where to go before anything else. */
function gateTasks({ gate, sentTo }: TaskSources, now: number): Task[] {
  if (gate?.day !== dayOf(now) || gate.valid || sentTo === null) return [];
  const kind = gate.outcome === 'emergency' ? 'go-to-emergency' : 'go-to-fever-clinic';
  const { name, place, placeId } = sentTo;
  return [{ ...NO_TASK, taskId: kind, kind, state: 'now', subject: name, place, placeId }];
}

function appointmentTasks(appointment: TaskAppointment, sources: TaskSources, now: number): Task[] {
  const { appointmentId, clinicName: subject, day, start, end, preparation } = appointment;
  const base = { ...NO_TASK, appointmentId, subject, time: { day, start, end }, preparation };
  if (appointment.status === 'pending') return unpaidTask(appointment, base, now);
  if (isToday(appointment, now)) return visitTasks(appointment, base, { sources, now });
  if (appointment.status !== 'booked' || day < dayOf(now)) return [];
  const kind = 'come-on-day';
  return [{ ...base, ...appointment.room, taskId: `${kind}-${appointmentId}`, kind, state: 'later' }];
}

type Base = Omit<Task, 'taskId' | 'kind' | 'state'>;

function unpaidTask(
  { appointmentId, holdExpiresAt, feeFen }: TaskAppointment,
  base: Base,
  now: number,
): Task[] {
  if (holdExpiresAt === null || holdExpiresAt <= now) return [];
  const kind = 'pay-appointment';
  return [
    {
      ...base,
      taskId: `${kind}-${appointmentId}`,
      kind,
      state: 'now',
      costFen: feeFen,
      until: holdExpiresAt,
    },
  ];
}

const VISIT_KIND: Readonly<Record<Exclude<EncounterState, 'finished'>, TaskKind>> = {
  arrived: 'wait-for-call',
  called: 'go-to-room',
  passed: 'come-back',
  'in-room': 'see-doctor',
};

interface Day {
  readonly sources: TaskSources;
  readonly now: number;
}

/** The three checkpoints and the doctor, each in its turn. */
function visitTasks(appointment: TaskAppointment, base: Base, { sources, now }: Day): Task[] {
  const { appointmentId, visit, desk, room, end } = appointment;
  const declared = sources.gate?.day === dayOf(now);
  const through = declared && (sources.gate.valid || !appointment.barred);
  const task = (kind: TaskKind, state: Task['state'], at: TaskPlace): Task => ({
    ...base,
    ...at,
    taskId: `${kind}-${appointmentId}`,
    kind,
    state,
    // Said once, where the doctor is seen.
    preparation: kind === 'see-doctor' && state === 'later' ? base.preparation : null,
  });
  const nowhere = { place: null, placeId: null };
  if (visit === null) {
    if (now >= instantAt(appointment.day, end) + GRACE_MS && !through) return [];
    const gate = task('declare-at-gate', through ? 'done' : 'now', nowhere);
    return [
      ...(declared && !through ? [] : [gate]),
      task('check-in', through ? 'now' : 'later', desk),
      task('see-doctor', 'later', room),
    ];
  }
  const before = [task('declare-at-gate', 'done', nowhere), task('check-in', 'done', desk)];
  if (visit === 'finished') return [...before, task('see-doctor', 'done', room)];
  return [...before, task(VISIT_KIND[visit], 'now', visit === 'passed' ? desk : room)];
}

/** So long after the half-hour the list still asks to come; a latecomer is queued again. */
const GRACE_MS = 4 * 60 * 60_000;
