import { minutesOf } from '../../../core/domain/calendar-day';
import type { Fault } from '../fault';
import type { ParsedFolder } from '../parsed-folder';
import type { Row } from '../read-table';
import type { ScheduleRow } from '../schemas/schedule-row';
import { slotLengthsOf } from '../slot-lengths';
import type { SlotLength } from '../types';
import { pathFault, rowFault, type Check } from './check';

const HALF_HOUR = 30;
const NOON = 12 * 60;

type At = (field: keyof ScheduleRow, reason: string) => Fault;

function clockFaults({ start, end, halfDay }: ScheduleRow, at: At): Fault[] {
  const onHalfHour = (['start', 'end'] as const)
    .filter((field) => minutesOf({ start, end }[field]) % HALF_HOUR !== 0)
    .map((field) => at(field, 'must be on the hour or half-hour'));
  const order = start < end ? [] : [at('end', 'must be after the start')];
  const wrongHalf = halfDay === 'am' ? minutesOf(start) >= NOON : minutesOf(start) < NOON;
  const half = wrongHalf ? [at('halfDay', `a session from ${start} is not in the ${halfDay}`)] : [];
  return [...onHalfHour, ...order, ...half];
}

function slotFaults(row: ScheduleRow, lengths: readonly SlotLength[], at: At): Fault[] {
  if (row.slotMinutes !== null && row.slotMinutes % HALF_HOUR !== 0)
    return [at('slotMinutes', `must be a multiple of ${HALF_HOUR}`)];
  const minutes = minutesOf(row.end) - minutesOf(row.start);
  return minutes <= 0 || minutes % HALF_HOUR !== 0
    ? []
    : slotLengthsOf(row, lengths)
        .filter((length) => minutes % length.minutes !== 0)
        .map((length) =>
          at('slotMinutes', `slots of ${length.minutes} minutes do not fill ${minutes} minutes`),
        );
}

const periodFaults = ({ effectiveFrom, effectiveTo }: ScheduleRow, at: At): Fault[] =>
  effectiveTo === null || effectiveFrom <= effectiveTo ? [] : [at('effectiveTo', 'is before effectiveFrom')];

export const sessionTimes: Check = ({ schedules, rulePack }: ParsedFolder) =>
  schedules.flatMap((row: Row<ScheduleRow>) => {
    const at: At = (field, reason) => rowFault('schedules', row, field, reason);
    return [
      ...clockFaults(row.value, at),
      ...slotFaults(row.value, rulePack.value.slotLengths, at),
      ...periodFaults(row.value, at),
    ];
  });

export const hospitalSlotLengths: Check = (folder) =>
  folder.rulePack.value.slotLengths.flatMap(({ from, minutes }, index, all) => {
    const previous = all[index - 1];
    const path = `slotLengths.${index}`;
    return [
      ...(minutes % HALF_HOUR === 0
        ? []
        : [pathFault(folder, 'rulePack', `${path}.minutes`, `must be a multiple of ${HALF_HOUR}`)]),
      ...(previous === undefined || previous.from < from
        ? []
        : [pathFault(folder, 'rulePack', `${path}.from`, 'must be later than the one before')]),
    ];
  });
