import {
  dayOf,
  daysBetween,
  minutesOf,
  timeOf,
  weekdayOf,
  type CalendarDay,
  type ClockTime,
} from '@core/domain/calendar-day';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const NEAR = new Map([
  [-1, '昨天'],
  [0, '今天'],
  [1, '明天'],
  [2, '后天'],
]);
const NOON = 12 * 60;

/** 周二 */
export const weekdayName = (day: CalendarDay): string => WEEKDAYS[weekdayOf(day) - 1] ?? '';

/** 3月10日 */
export const monthDay = (day: CalendarDay): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** 今天, 明天, 后天, 昨天, or nothing. */
export const nearName = (day: CalendarDay, now: number): string =>
  NEAR.get(daysBetween(dayOf(now), day)) ?? '';

/** 明天 3月10日 周二; with the year where it is another one. */
export function spokenDay(day: CalendarDay, now: number): string {
  const year = day.slice(0, 4) === dayOf(now).slice(0, 4) ? '' : `${day.slice(0, 4)}年`;
  return [nearName(day, now), `${year}${monthDay(day)}`, weekdayName(day)]
    .filter((part) => part !== '')
    .join(' ');
}

/** 9:00 */
export const shortTime = (time: ClockTime): string => time.replace(/^0/, '');

export const halfDayName = (time: ClockTime): string => (minutesOf(time) < NOON ? '上午' : '下午');

/** 9:00–9:30 */
export const shortRange = (start: ClockTime, end: ClockTime): string =>
  `${shortTime(start)}–${shortTime(end)}`;

/** 上午 9:00–9:30 */
export const spokenRange = (start: ClockTime, end: ClockTime): string =>
  `${halfDayName(start)} ${shortRange(start, end)}`;

/** 上午 9:00 */
export const spokenTime = (time: ClockTime): string => `${halfDayName(time)} ${shortTime(time)}`;

/** 明天 3月10日 周二 上午 9:00–9:30 */
export const spokenSlot = (
  slot: { readonly day: CalendarDay; readonly start: ClockTime; readonly end: ClockTime },
  now: number,
): string => `${spokenDay(slot.day, now)} ${spokenRange(slot.start, slot.end)}`;

/** 明天 3月10日 周二 上午 9:05 */
export function spokenInstant(instant: number, now: number): string {
  return `${spokenDay(dayOf(instant), now)} ${spokenTime(timeOf(instant))}`;
}

/** 2026年3月10日 09:05, for what is kept as a record. */
export function recordedInstant(instant: number): string {
  const day = dayOf(instant);
  return `${day.slice(0, 4)}年${monthDay(day)} ${timeOf(instant)}`;
}
