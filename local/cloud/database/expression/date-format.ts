import { requestFailed } from '../failures';
import { calendarOf, type Calendar } from './calendar';

function digits(value: number, width: number): string {
  return String(Math.abs(value)).padStart(width, '0');
}

function offsetText(minutes: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const absolute = Math.abs(minutes);
  return `${sign}${digits(Math.floor(absolute / 60), 2)}${digits(absolute % 60, 2)}`;
}

type Specifier = (calendar: Calendar, offsetMinutes: number) => string;

const SPECIFIERS: Readonly<Record<string, Specifier>> = {
  Y: ({ year }) => digits(year, 4),
  m: ({ month }) => digits(month, 2),
  d: ({ day }) => digits(day, 2),
  H: ({ hour }) => digits(hour, 2),
  M: ({ minute }) => digits(minute, 2),
  S: ({ second }) => digits(second, 2),
  L: ({ millisecond }) => digits(millisecond, 3),
  j: ({ dayOfYear }) => digits(dayOfYear, 3),
  w: ({ dayOfWeek }) => String(dayOfWeek),
  u: ({ isoDayOfWeek }) => String(isoDayOfWeek),
  U: ({ week }) => digits(week, 2),
  V: ({ isoWeek }) => digits(isoWeek, 2),
  G: ({ isoWeekYear }) => digits(isoWeekYear, 4),
  z: (_, minutes) => offsetText(minutes),
  Z: (_, minutes) => `${minutes < 0 ? '-' : '+'}${digits(minutes, 3)}`,
  '%': () => '%',
};

/** Refuses a format that `$dateToString` does not know. */
export function checkFormat(format: string): void {
  for (const [specifier] of format.matchAll(/%.?/gsu)) {
    if (specifier === '%') throw requestFailed("Unmatched '%' at end of format string");
    if (!Object.hasOwn(SPECIFIERS, specifier.slice(1)))
      throw requestFailed(`Invalid format character '${specifier}' in format string`);
  }
}

/** Writes an instant in a zone that is `offset` milliseconds ahead of UTC. */
export function formatDate(instant: number, offset: number, format: string): string {
  checkFormat(format);
  const calendar = calendarOf(instant + offset);
  if (calendar.year < 0 || calendar.year > 9999)
    throw requestFailed(`$dateToString is only defined on year 0-9999, tried to use year ${calendar.year}`);
  return format.replace(/%(.)/gsu, (_, name: string) => SPECIFIERS[name]?.(calendar, offset / 60_000) ?? '');
}
