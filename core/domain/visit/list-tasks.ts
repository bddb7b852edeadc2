import { dayOf } from '../calendar-day';
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

/**
 * Whom the gate sends elsewhere is told where to go before anything else: on the day of the declaration, and on later days
 * of the flag where somebody would come in vain.
 */
function gateTasks({ gate: { declared, sentTo }, appointments }: TaskSources, now: number): Task[] {
  if (sentTo === null) return [];
  const wouldCome = appointments.some((one) => one.barred && isToday(one, now) && !isUnderWay(one));
  if (!declared && !wouldCome) return [];
  const kind = sentTo.outcome === 'emergency' ? 'go-to-emergency' : 'go-to-fever-clinic';
  const { name, place, placeId } = sentTo;
  return [{ ...NO_TASK, taskId: kind, kind, state: 'now', subject: name, place, placeId }];
}

/** The doctor has the patient, or had. */
const isUnderWay = ({ visit }: TaskAppointment): boolean => visit === 'in-room' || visit === 'finished';

function appointmentTasks(appointment: TaskAppointment, sources: TaskSources, now: number): Task[] {
  const { appointmentId, clinicName: subject, day, start, end, preparation } = appointment;
  const base = { ...NO_TASK, appointmentId, subject, time: { day, start, end }, preparation };
  if (appointment.status === 'pending' && !appointment.barred) return unpaidTask(appointment, base, now);
  if (isToday(appointment, now)) return visitTasks(appointment, base, { sources, now });
  if (appointment.status !== 'booked' || day < dayOf(now)) return [];
  const kind = appointment.barred ? 'barred' : 'come-on-day';
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
  held: 'come-back',
  'in-room': 'see-doctor',
};

interface Day {
  readonly sources: TaskSources;
  readonly now: number;
}

/** The three checkpoints and the doctor, each in its turn. */
function visitTasks(appointment: TaskAppointment, base: Base, { sources, now }: Day): Task[] {
  const { appointmentId, visit, desk, room, barred } = appointment;
  const task = (kind: TaskKind, state: Task['state'], at: TaskPlace): Task => ({
    ...base,
    ...at,
    taskId: `${kind}-${appointmentId}`,
    kind,
    state,
    // Said once, where the doctor is seen.
    preparation: kind === 'see-doctor' && state === 'later' ? base.preparation : null,
  });
  if (barred && !isUnderWay(appointment)) return [task('barred', 'later', NOWHERE)];
  if (visit === null) return beforeCheckIn(appointment, task, { sources, now });
  const before = [task('declare-at-gate', 'done', NOWHERE), task('check-in', 'done', desk)];
  if (visit === 'finished') return [...before, task('see-doctor', 'done', room)];
  return [...before, task(VISIT_KIND[visit], 'now', VISIT_KIND[visit] === 'come-back' ? desk : room)];
}

const NOWHERE = { place: null, placeId: null };

function beforeCheckIn(
  { checkIn, desk, room }: TaskAppointment,
  task: (kind: TaskKind, state: Task['state'], at: TaskPlace) => Task,
  { sources, now }: Day,
): Task[] {
  if (checkIn !== null && now >= checkIn.closesAt) return [task('missed', 'later', NOWHERE)];
  const { declared } = sources.gate;
  const early = checkIn !== null && now < checkIn.opensAt ? checkIn.opensAt : null;
  const isOpen = declared && early === null;
  return [
    task('declare-at-gate', declared ? 'done' : 'now', NOWHERE),
    { ...task('check-in', isOpen ? 'now' : 'later', desk), from: early },
    task('see-doctor', 'later', room),
  ];
}
