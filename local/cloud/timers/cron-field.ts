/** What one field of a cron expression may hold. */
export interface FieldRange {
  name: string;
  minimum: number;
  maximum: number;
  /** Names for values, counted from the minimum: JAN is 1, SUN is 0. */
  names?: readonly string[];
}

/** A parsed field: the values it admits, and whether it was a bare `*`. */
export interface Field {
  values: ReadonlySet<number>;
  any: boolean;
}

const fail = (range: FieldRange, text: string): never => {
  throw new Error(`cron field ${range.name}: "${text}" is not valid`);
};

const readValue = (text: string, range: FieldRange): number => {
  const named = range.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named === -1 ? Number(text) : named + range.minimum;
  if (!/^\d+$/.test(text) && named === -1) return fail(range, text);
  return value < range.minimum || value > range.maximum ? fail(range, text) : value;
};

const readSpan = (text: string, stepped: boolean, range: FieldRange): [first: number, last: number] => {
  if (text === '*') return [range.minimum, range.maximum];
  const [from = '', to, rest] = text.split('-');
  if (rest !== undefined) return fail(range, text);
  const first = readValue(from, range);
  // `5/15` means from 5 to the end in steps of 15.
  const last = to === undefined ? (stepped ? range.maximum : first) : readValue(to, range);
  return last < first ? fail(range, text) : [first, last];
};

/** Reads one field: `*`, numbers, names, `a-b`, `a/n`, and lists of these with commas. */
export function parseField(text: string, range: FieldRange): Field {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [span = '', stepText, rest] = part.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    if (rest !== undefined || !/^\d+$/.test(stepText ?? '1') || step < 1) fail(range, part);
    const [first, last] = readSpan(span, stepText !== undefined, range);
    for (let value = first; value <= last; value += step) values.add(value);
  }
  return { values, any: text === '*' };
}
