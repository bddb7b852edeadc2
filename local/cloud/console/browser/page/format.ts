const CHINA_OFFSET_MS = 8 * 3_600_000;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An instant in China's time: `2026-03-10 08:00:05`. */
export function instant(ms: number | undefined): string {
  if (ms === undefined) return '–';
  return new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** An instant without its year, where room is short: `03-10 08:00:05`. */
export const shortInstant = (ms: number | undefined): string =>
  ms === undefined ? '–' : instant(ms).slice(5);

/** The time of day in China, with milliseconds: `08:00:05.120`. */
export const timeOfDay = (ms: number): string => new Date(ms + CHINA_OFFSET_MS).toISOString().slice(11, 23);

/** An instant as a `datetime-local` field holds it, in China's time. */
export const toField = (ms: number): string => new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 19);

/** The instant of a `datetime-local` field; undefined where it is empty. */
export function fromField(text: string): number | undefined {
  const ms = Date.parse(`${text.length === 16 ? `${text}:00` : text}+08:00`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** A span: `1 d 2 h`, `3 min`, `45 s`. */
export function span(ms: number): string {
  const rest = Math.abs(ms);
  if (rest < SECOND) return `${Math.round(rest)} ms`;
  if (rest < MINUTE) return `${Math.round(rest / SECOND)} s`;
  if (rest < HOUR) return `${Math.round(rest / MINUTE)} min`;
  if (rest < DAY) return [`${Math.floor(rest / HOUR)} h`, part(rest % HOUR, MINUTE, 'min')].join(' ').trim();
  return [`${Math.floor(rest / DAY)} d`, part(rest % DAY, HOUR, 'h')].join(' ').trim();
}

const part = (rest: number, unit: number, name: string): string =>
  rest < unit ? '' : `${Math.floor(rest / unit)} ${name}`;

/** How far an instant lies from now: `in 5 min`, `5 min ago`. */
export const fromNow = (ms: number, now: number): string =>
  ms >= now ? `in ${span(ms - now)}` : `${span(now - ms)} ago`;

/** A run's time: `3.2 ms`, `120 ms`, `2.50 s`. */
export function duration(ms: number | undefined): string {
  if (ms === undefined) return 'running';
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  return ms < SECOND ? `${Math.round(ms)} ms` : `${(ms / SECOND).toFixed(2)} s`;
}

/** Fen as yuan: `25.00`. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** A number of bytes: `912 B`, `3.4 KB`. */
export function bytes(count: number): string {
  if (count < 1024) return `${count} B`;
  return count < 1024 * 1024 ? `${(count / 1024).toFixed(1)} KB` : `${(count / 1024 / 1024).toFixed(1)} MB`;
}

/** A count with its noun: `1 call`, `3 calls`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The first words of a text, on one line. */
export function shortened(text: string, length = 80): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
