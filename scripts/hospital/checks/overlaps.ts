import type { Row } from '../read-table';
import type { ScheduleRow } from '../schemas/schedule-row';
import { rowFault, type Check } from './check';

const sameDays = (a: ScheduleRow, b: ScheduleRow): boolean =>
  a.weekdays.some((day) => b.weekdays.includes(day)) &&
  (a.effectiveTo === null || b.effectiveFrom <= a.effectiveTo) &&
  (b.effectiveTo === null || a.effectiveFrom <= b.effectiveTo);

/** Two sessions of a doctor may neither share a half-day, which names the session, nor overlap in time. */
function collision(a: ScheduleRow, b: ScheduleRow): string | null {
  if (a.practitionerId !== b.practitionerId || !sameDays(a, b)) return null;
  if (a.halfDay === b.halfDay) return 'the doctor already has a session on this half-day';
  return a.start < b.end && b.start < a.end ? 'the doctor already has a session at this time' : null;
}

export const overlappingSessions: Check = ({ schedules }) =>
  schedules.flatMap((row: Row<ScheduleRow>, index) => {
    const earlier = schedules.slice(0, index).find((other) => collision(other.value, row.value) !== null);
    const reason = earlier === undefined ? null : collision(earlier.value, row.value);
    return earlier === undefined || reason === null
      ? []
      : [rowFault('schedules', row, 'start', `${reason}: see row ${earlier.line}`)];
  });
