import type { AppointmentView } from '@core/contract/booking';
import { instantAt } from '@core/domain/calendar-day';
import type { Task, TaskKind } from '@core/domain/visit/task';
import { EVERYTHING, type MayDo } from '../../services/appointment/may-do';
import { whenOf, type When } from '../../services/appointment/when';
import { firstTask, taskWords, type TaskWords } from '../../services/visit/task-words';

/** The one thing that is next, of an appointment or of a visit. */
export interface NextView {
  /** What its button follows; null where it is an appointment. */
  readonly task: Task | null;
  readonly appointmentId: string | null;
  readonly state: string;
  readonly tone: TaskWords['tone'];
  /** What to do, or when to come: one of both. */
  readonly title: string;
  readonly when: When | null;
  /** With whom, or why. */
  readonly about: string;
  readonly place: string;
  readonly preparation: string;
  readonly queueNumber: number | null;
  /** Until when the seat is held; 0 where nothing runs out. */
  readonly expiresAt: number;
  /** The button leads to paying. */
  readonly pays: boolean;
  readonly button: string;
}

const startOf = (appointment: AppointmentView): number => instantAt(appointment.day, appointment.start);
const endOf = (appointment: AppointmentView): number => instantAt(appointment.day, appointment.end);

const waitsForPayment = (appointment: AppointmentView, now: number): boolean =>
  appointment.status === 'pending' && appointment.expiresAt !== null && appointment.expiresAt > now;

function pickNext(appointments: readonly AppointmentView[], now: number): AppointmentView | null {
  const byTime = [...appointments].sort((one, other) => startOf(one) - startOf(other));
  return (
    byTime.find((appointment) => waitsForPayment(appointment, now)) ??
    byTime.find((appointment) => appointment.status === 'booked' && endOf(appointment) > now) ??
    null
  );
}

function ofAppointment(next: AppointmentView, now: number, may: MayDo): NextView {
  const unpaid = next.status === 'pending';
  const confirming = unpaid && next.payment === 'confirming';
  const pays = unpaid && may.pay;
  return {
    task: null,
    appointmentId: next.appointmentId,
    state: confirming ? '正在确认付款' : pays ? '等您付费' : unpaid ? '等患者付费' : '已约好',
    tone: unpaid ? 'warning' : 'success',
    title: '',
    when: whenOf(next, now),
    about: `${next.clinicName} · ${next.practitionerName} ${next.practitionerTitle}`,
    place: `${next.place} · ${next.maskedPatientName}`,
    preparation: unpaid && !confirming ? may.payHint : '',
    queueNumber: unpaid ? null : next.queueNumber,
    expiresAt: unpaid && !confirming ? (next.expiresAt ?? 0) : 0,
    pays: pays && !confirming,
    button: confirming && pays ? '看付款结果' : pays ? '去付费' : '看预约',
  };
}

function ofTask(task: Task, now: number): NextView {
  const words = taskWords(task, now);
  return {
    task,
    appointmentId: null,
    state: words.stateWord,
    tone: words.tone,
    title: words.cost === '' ? words.title : `${words.title} ${words.cost}`,
    when: null,
    about: words.note,
    place: words.place,
    preparation: words.preparation,
    queueNumber: null,
    expiresAt: words.until,
    pays: false,
    button: words.button?.label ?? '',
  };
}

/** The list of appointments knows more of these: with whom, and of the whole family. */
const APPOINTMENTS_OWN: ReadonlySet<TaskKind> = new Set(['pay-appointment', 'come-on-day']);

/**
 * What the person in sight has to do first in the hospital; where nothing calls, an unpaid seat, since it runs out, or the
 * nearest visit; null where there is nothing.
 */
export function nextView(
  tasks: readonly Task[],
  appointments: readonly AppointmentView[],
  now: number,
  mayOf: (patientId: string) => MayDo = () => EVERYTHING,
): NextView | null {
  const task = firstTask(tasks);
  if (task !== null && !APPOINTMENTS_OWN.has(task.kind)) return ofTask(task, now);
  const next = pickNext(appointments, now);
  return next === null ? null : ofAppointment(next, now, mayOf(next.patientId));
}

/** What more there is to do after the first thing. */
export const furtherTasks = (tasks: readonly Task[]): number =>
  Math.max(0, tasks.filter(({ state }) => state !== 'done').length - 1);

/** Somebody else changes these at any moment: worth looking again by itself. */
const MOVING: ReadonlySet<TaskKind> = new Set(['wait-for-call', 'go-to-room', 'come-back']);

export const isMovingTask = ({ kind }: Task): boolean => MOVING.has(kind);

export const isMoving = (next: NextView | null): boolean =>
  next?.task !== null && next?.task !== undefined && isMovingTask(next.task);
