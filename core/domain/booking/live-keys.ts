import { minutesOf, timeAtMinute, type CalendarDay, type ClockTime } from '../calendar-day';

/** Sessions start on the hour or half-hour, so half-hours are enough to tell whether two visits overlap. */
const CELL_MINUTES = 30;

export interface Visit {
  readonly patientId: string;
  readonly practitionerId: string;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
}

export const doctorDayKey = (visit: Visit): string =>
  `${visit.patientId}#${visit.day}#${visit.practitionerId}`;

/**
 * The keys that a living appointment holds under a unique index: one for patient, doctor and day, and one for each
 * half-hour it touches. Two appointments that may not both live share a key, whoever books them.
 */
export function liveKeys(visit: Visit): string[] {
  const keys = [doctorDayKey(visit)];
  const first = Math.floor(minutesOf(visit.start) / CELL_MINUTES) * CELL_MINUTES;
  for (let minute = first; minute < minutesOf(visit.end); minute += CELL_MINUTES) {
    keys.push(`${visit.patientId}#${visit.day}#${timeAtMinute(minute)}`);
  }
  return keys;
}

export const overlaps = (a: Visit, b: Visit): boolean =>
  a.patientId === b.patientId && a.day === b.day && a.start < b.end && b.start < a.end;

export const sameDoctorAndDay = (a: Visit, b: Visit): boolean => doctorDayKey(a) === doctorDayKey(b);
