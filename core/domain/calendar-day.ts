/**
 * Civil days and clock times of the hospital, which is in Asia/Shanghai: UTC+8 all year, no daylight saving since 1991.
 * An instant is epoch milliseconds; nothing here reads the zone of the host or of the phone.
 */

/** `YYYY-MM-DD` in Asia/Shanghai. */
export type CalendarDay = string & { readonly unit: 'calendar-day' };

/** `HH:mm` in Asia/Shanghai. */
export type ClockTime = string & { readonly unit: 'clock-time' };

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 60 * MINUTE_MS;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const TIME_PATTERN = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Midnight UTC of the day's digits: a number line of days, not an instant in Shanghai. */
const ordinal = (day: CalendarDay): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const fromOrdinal = (days: number): CalendarDay =>
  new Date(days * DAY_MS).toISOString().slice(0, 10) as CalendarDay;

export function isCalendarDay(value: string): value is CalendarDay {
  if (!DAY_PATTERN.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

export const isClockTime = (value: string): value is ClockTime => TIME_PATTERN.test(value);

/** @throws RangeError on 2026-02-30 and the like. */
export function calendarDay(value: string): CalendarDay {
  if (!isCalendarDay(value)) throw new RangeError('Not a calendar day');
  return value;
}

/** @throws RangeError on 24:00 and the like. */
export function clockTime(value: string): ClockTime {
  if (!isClockTime(value)) throw new RangeError('Not a clock time');
  return value;
}

/** The civil day in Shanghai at an instant. */
export const dayOf = (instant: number): CalendarDay =>
  new Date(instant + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as CalendarDay;

/** The clock time in Shanghai at an instant, to the minute. */
export const timeOf = (instant: number): ClockTime =>
  new Date(instant + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16) as ClockTime;

/** The instant at which a clock in Shanghai shows this time on this day. */
export const instantAt = (day: CalendarDay, time: ClockTime): number => Date.parse(`${day}T${time}:00+08:00`);

export const startOfDay = (day: CalendarDay): number => Date.parse(`${day}T00:00:00+08:00`);

export const addDays = (day: CalendarDay, days: number): CalendarDay => fromOrdinal(ordinal(day) + days);

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number => ordinal(to) - ordinal(from);

/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekdayOf = (day: CalendarDay): number => ((((ordinal(day) + 3) % 7) + 7) % 7) + 1;

/** Minutes since midnight. */
export const minutesOf = (time: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** @throws RangeError beyond 23:59. */
export function timeAtMinute(minutes: number): ClockTime {
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return clockTime(`${hours}:${String(minutes % 60).padStart(2, '0')}`);
}

/** Full years lived on `on` by someone born on `born`; a 29 February birthday counts from 1 March in other years. */
export function ageOn(born: CalendarDay, on: CalendarDay): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) >= born.slice(5) ? years : years - 1;
}
