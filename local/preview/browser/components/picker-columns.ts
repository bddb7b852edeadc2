/** Columns of a picker at one moment, and which row of each is in the middle. */
export interface Columns {
  labels: string[][];
  selected: number[];
}

const two = (value: number): string => String(value).padStart(2, '0');
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** What a row of `range` shows: itself, or the field that `range-key` names. */
export function labelOf(item: unknown, key: string): string {
  const value =
    key !== '' && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : item;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** "HH:mm" as minutes of the day, or the fallback. */
export function minutesOf(text: string, fallback: number): number {
  const match = /^(\d{1,2}):(\d{1,2})$/u.exec(text);
  return match === null ? fallback : Number(match[1]) * 60 + Number(match[2]);
}

/** Hours and minutes between two times of day, in minutes; the minutes depend on the hour. */
export function timeColumns(at: number, start: number, end: number): Columns {
  const now = clamp(at, start, end);
  const hour = Math.floor(now / 60);
  const hours = range(Math.floor(start / 60), Math.floor(end / 60));
  const from = hour === hours[0] ? start % 60 : 0;
  const to = hour === hours.at(-1) ? end % 60 : 59;
  return {
    labels: [hours.map(two), range(from, to).map(two)],
    selected: [hour - (hours[0] ?? 0), (now % 60) - from],
  };
}

/** A civil day as year, month, day. */
export type Day = readonly [year: number, month: number, day: number];

const compare = (a: Day, b: Day): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
const lengthOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** "YYYY", "YYYY-MM" or "YYYY-MM-DD" as a day; missing parts are the first. */
export function dayOf(text: string, fallback: Day): Day {
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/u.exec(text);
  return match === null ? fallback : [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
}

/** Year, month and day between two days; months and days depend on what stands before them. */
export function dateColumns(at: Day, start: Day, end: Day): Columns {
  const within = compare(at, start) < 0 ? start : compare(at, end) > 0 ? end : at;
  const [year, month] = within;
  const first = year === start[0];
  const last = year === end[0];
  const months = range(first ? start[1] : 1, last ? end[1] : 12);
  const firstDay = first && month === start[1] ? start[2] : 1;
  const lastDay = last && month === end[1] ? end[2] : lengthOfMonth(year, month);
  const day = clamp(within[2], firstDay, lastDay);
  return {
    labels: [
      range(start[0], end[0]).map((value) => `${value}年`),
      months.map((value) => `${two(value)}月`),
      range(firstDay, lastDay).map((value) => `${two(value)}日`),
    ],
    selected: [year - start[0], month - (months[0] ?? 1), day - firstDay],
  };
}

/** The number that a row shows: "03月" is 3. */
export const numberOfRow = (columns: Columns, column: number, row: number): number =>
  Number.parseInt(columns.labels[column]?.[row] ?? '0', 10);
