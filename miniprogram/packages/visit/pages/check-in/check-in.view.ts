import type { PatientCard } from '@core/contract/identity';
import { timeOf } from '@core/domain/calendar-day';
import type { Task } from '@core/domain/visit/task';
import { shortTime, spokenRange } from '../../../../services/dates';
import { codeIn } from '../../../../services/scan';

export interface CheckInView {
  /** Where this patient is expected today; empty where nothing waits for check-in. */
  readonly place: string;
  readonly placeId: string;
  readonly clinic: string;
  readonly time: string;
  /** From when one may check in; empty where it is time. */
  readonly opens: string;
  /** The questions at the gate come first. */
  readonly gateFirst: boolean;
}

const NOWHERE: CheckInView = { place: '', placeId: '', clinic: '', time: '', opens: '', gateFirst: false };

/** Where to check in, from what the patient has to do. */
export function checkInView(tasks: readonly Task[]): CheckInView {
  const task = tasks.find(
    ({ kind, state }) => (kind === 'check-in' || kind === 'come-back') && state !== 'done',
  );
  if (task === undefined) return NOWHERE;
  return {
    place: task.place ?? '',
    placeId: task.placeId ?? '',
    clinic: task.subject,
    time: task.time ? spokenRange(task.time.start, task.time.end) : '',
    opens: task.from === null ? '' : `今天 ${shortTime(timeOf(task.from))} 起可以报到。`,
    gateFirst: tasks.some(({ kind, state }) => kind === 'declare-at-gate' && state === 'now'),
  };
}

export const choicesOf = (all: readonly PatientCard[]) =>
  all.map(({ patientId, maskedName, ageYears }) => ({
    value: patientId,
    title: maskedName,
    note: `${ageYears} 岁`,
  }));

const AREA = /^AREA:([A-Za-z0-9][A-Za-z0-9_-]{0,63})$/;

/** The area of a scanned code; null where it is another code. */
export const areaOfCode = (scanned: string): string | null => AREA.exec(codeIn(scanned))?.[1] ?? null;
