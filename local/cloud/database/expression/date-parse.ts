import { requestFailed } from '../failures';
import { isoYearStart, midnight } from './calendar';
import { checkFormat } from './date-format';
import { instantOf, zoneOf, type Zone } from './zone';

/** A date as texts write it: 2024-02-29, 2024-02-29T08:30, with seconds, fractions and a zone if wanted. */
const USUAL =
  /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?|[A-Za-z]+\/[A-Za-z_/]+)?$/i;

function fail(text: string, reason: string): never {
  throw requestFailed(`Error parsing date string '${text}'; ${reason}`);
}

interface Fields {
  Y?: number;
  m?: number;
  d?: number;
  H?: number;
  M?: number;
  S?: number;
  L?: number;
  /** Day of the year. */
  j?: number;
  /** Year, week and weekday of ISO 8601. */
  G?: number;
  V?: number;
  u?: number;
}

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  m: [1, 12],
  d: [1, 31],
  H: [0, 24],
  M: [0, 59],
  S: [0, 60],
};

function localOf(text: string, fields: Fields): number {
  for (const [name, [least, most]] of Object.entries(RANGES)) {
    const value = fields[name as keyof Fields];
    if (value !== undefined && (value < least || value > most)) fail(text, 'a part is out of its range');
  }
  const { Y, m = 1, d = 1, H = 0, M = 0, S = 0, L = 0, j, G, V = 1, u = 1 } = fields;
  if (Y === undefined && G === undefined) fail(text, 'the year is missing');
  const day =
    G === undefined
      ? midnight(Y ?? 0, j === undefined ? m : 1, j ?? d)
      : isoYearStart(G) + ((V - 1) * 7 + u - 1) * 86_400_000;
  return day + ((H * 60 + M) * 60 + S) * 1000 + L;
}

function milliseconds(fraction: string | undefined): number {
  return Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
}

function chooseZone(text: string, written: string | undefined, given: Zone | undefined): Zone {
  if (written === undefined) return given ?? zoneOf(undefined);
  if (given !== undefined) fail(text, 'passing a time zone identifier as part of the string is not allowed');
  return zoneOf(written);
}

/** Patterns of the specifiers that a format for reading may use. */
const PATTERNS: Readonly<Record<string, string>> = {
  Y: '\\d{4}',
  G: '\\d{4}',
  m: '\\d{1,2}',
  d: '\\d{1,2}',
  H: '\\d{1,2}',
  M: '\\d{1,2}',
  S: '\\d{1,2}',
  V: '\\d{1,2}',
  L: '\\d{1,3}',
  j: '\\d{1,3}',
  u: '[1-7]',
  z: 'Z|[+-]\\d{2}:?\\d{2}',
};

function readByFormat(text: string, format: string, given: Zone | undefined): number {
  checkFormat(format);
  const names: string[] = [];
  const source = format.replace(/%(.)|[^%]/gsu, (whole, name: string | undefined) => {
    if (name === undefined) return whole.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
    if (name === '%') return '%';
    const pattern = PATTERNS[name];
    if (pattern === undefined) throw requestFailed(`Invalid format character '${whole}' in format string`);
    names.push(name);
    return `(${pattern})`;
  });
  const match = new RegExp(`^${source}$`, 'su').exec(text);
  if (match === null) fail(text, `it does not have the format '${format}'`);
  const fields: Record<string, number> = {};
  let written: string | undefined;
  for (const [at, name] of names.entries()) {
    const part = match[at + 1] ?? '';
    if (name === 'z') written = part;
    else fields[name] = name === 'L' ? milliseconds(part) : Number(part);
  }
  return instantOf(localOf(text, fields), chooseZone(text, written, given));
}

/** The instant that a text names. Formats other than ISO 8601 and its close relatives need a format string. */
export function parseDate(text: string, format: string | undefined, given: Zone | undefined): number {
  if (format !== undefined) return readByFormat(text, format, given);
  const match = USUAL.exec(text);
  if (match === null) fail(text, 'it is not in a format that is known');
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction, written] = match;
  const fields: Fields = { Y: Number(year), m: Number(month), d: Number(day), H: Number(hour) };
  const time: Fields = { M: Number(minute), S: Number(second), L: milliseconds(fraction) };
  return instantOf(localOf(text, { ...fields, ...time }), chooseZone(text, written, given));
}
