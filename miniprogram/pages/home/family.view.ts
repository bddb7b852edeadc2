import type { AppointmentView } from '@core/contract/booking';
import type { PatientCard } from '@core/contract/identity';
import type { CalendarDay } from '@core/domain/calendar-day';
import type { Task } from '@core/domain/visit/task';
import { firstTask, taskWords } from '../../services/visit/task-words';
import { isMovingTask } from './next.view';

/** What somebody of the family has to do now in the hospital. */
export interface FamilyRow {
  readonly patientId: string;
  /** 海*：该您进诊室了 */
  readonly title: string;
  readonly place: string;
  /** Somebody else may change it at any moment. */
  readonly moving: boolean;
}

/** More than these are asked for on the page of tasks. */
const MOST_PEOPLE = 3;

/** Who of the others is expected in the hospital today: only their tasks are asked for. */
export function expectedToday(
  others: readonly PatientCard[],
  appointments: readonly AppointmentView[],
  today: CalendarDay,
): readonly PatientCard[] {
  const coming = new Set(
    appointments
      .filter(({ day, status }) => day === today && status === 'booked')
      .map((one) => one.patientId),
  );
  return others.filter(({ patientId }) => coming.has(patientId)).slice(0, MOST_PEOPLE);
}

/** The first task of each; who has nothing to do is left out. */
export const familyRows = (
  people: readonly { readonly card: PatientCard; readonly tasks: readonly Task[] }[],
  now: number,
): readonly FamilyRow[] =>
  people.flatMap(({ card: { patientId, maskedName }, tasks }) => {
    const task = firstTask(tasks);
    if (task === null) return [];
    const { title, place } = taskWords(task, now);
    return [{ patientId, title: `${maskedName}：${title}`, place, moving: isMovingTask(task) }];
  });
