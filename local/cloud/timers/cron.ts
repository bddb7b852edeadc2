import { parseField, type Field, type FieldRange } from './cron-field';

/** A timer trigger's schedule: WeChat cloud development, timer triggers, 7 fields in UTC+8. */
export interface Schedule {
  /** The first instant after the given one (both epoch ms); undefined when there is none any more. */
  next(after: number): number | undefined;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const RANGES: readonly FieldRange[] = [
  { name: 'second', minimum: 0, maximum: 59 },
  { name: 'minute', minimum: 0, maximum: 59 },
  { name: 'hour', minimum: 0, maximum: 23 },
  { name: 'day', minimum: 1, maximum: 31 },
  { name: 'month', minimum: 1, maximum: 12, names: MONTHS },
  { name: 'weekday', minimum: 0, maximum: 6, names: DAYS },
  { name: 'year', minimum: 1970, maximum: 2099 },
];
const EIGHT_HOURS = 8 * 3600 * 1000;
const DAY_MS = 24 * 3600 * 1000;
const LAST_YEAR = 2099;

type Fields = Record<'second' | 'minute' | 'hour' | 'day' | 'month' | 'weekday' | 'year', Field>;

// Where both day and weekday are given, either is enough (documented for the platform's triggers).
const admitsDay = ({ day, month, weekday, year }: Fields, date: Date): boolean => {
  if (!year.values.has(date.getUTCFullYear()) || !month.values.has(date.getUTCMonth() + 1)) return false;
  const onDay = day.values.has(date.getUTCDate());
  const onWeekday = weekday.values.has(date.getUTCDay());
  if (day.any || weekday.any) return onDay && onWeekday;
  return onDay || onWeekday;
};

// The first admitted time of a day that is not before `from`, in milliseconds of the day.
const timeInDay = ({ hour, minute, second }: Fields, from: number): number | undefined => {
  for (let h = Math.floor(from / 3_600_000); h < 24; h += 1) {
    if (!hour.values.has(h)) continue;
    for (let m = 0; m < 60; m += 1) {
      if (!minute.values.has(m) || (h * 60 + m + 1) * 60_000 <= from) continue;
      for (let s = 0; s < 60; s += 1) {
        const time = ((h * 60 + m) * 60 + s) * 1000;
        if (second.values.has(s) && time >= from) return time;
      }
    }
  }
  return undefined;
};

// Civil time of Asia/Shanghai as if it were UTC: the zone has had no other offset since 1991.
const findNext = (fields: Fields, after: number): number | undefined => {
  let local = (Math.floor(after / 1000) + 1) * 1000 + EIGHT_HOURS;
  for (;;) {
    const date = new Date(local);
    if (date.getUTCFullYear() > LAST_YEAR) return undefined;
    const midnight = Math.floor(local / DAY_MS) * DAY_MS;
    if (admitsDay(fields, date)) {
      const time = timeInDay(fields, local - midnight);
      if (time !== undefined) return midnight + time - EIGHT_HOURS;
    }
    local = midnight + DAY_MS;
  }
};

/** Reads a schedule: second minute hour day month weekday year, separated by blanks. */
export function parseCron(expression: string): Schedule {
  const parts = expression.trim().split(/\s+/);
  if (parts.length !== RANGES.length)
    throw new Error(`cron expression "${expression}" has ${parts.length} fields, 7 are needed`);
  const entries = RANGES.map((range, index) => [range.name, parseField(parts[index] ?? '', range)]);
  const fields = Object.fromEntries(entries) as Fields;
  return { next: (after) => findNext(fields, after) };
}
