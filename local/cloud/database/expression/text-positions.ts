import { requestFailed } from '../failures';
import { show } from '../values/show';
import type { Value } from '../values/value';
import { listed, single, typeOf } from './arguments';
import { coerceText } from './coerce-text';
import { isNothing, type Operator } from './expression';

/** How a text is counted: in bytes of UTF-8 or in code points. */
interface Unit {
  readonly suffix: 'Bytes' | 'CP';
  length(text: string): number;
  find(text: string, part: string, bounds: readonly [number, number]): number;
}

const BYTES: Unit = {
  suffix: 'Bytes',
  length: (text) => Buffer.byteLength(text),
  find: (text, part, [from, to]) => Buffer.from(text).subarray(0, to).indexOf(part, from),
};

const POINTS: Unit = {
  suffix: 'CP',
  length: (text) => Array.from(text).length,
  find: (text, part, [from, to]) => {
    const points = Array.from(text).slice(0, to);
    const head = points.slice(0, from).join('');
    const at = points.join('').indexOf(part, head.length);
    return at < 0 ? -1 : Array.from(points.join('').slice(0, at)).length;
  },
};

function bound(name: string, value: Value | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw requestFailed(
      `${name} requires an integral index, found a value of type: ${typeOf(value)}, with value: "${show(value)}"`,
    );
  if (value < 0) throw requestFailed(`${name} requires a nonnegative index, found: ${value}`);
  return value;
}

function indexOf(unit: Unit): Operator {
  const name = `$indexOf${unit.suffix}`;
  return listed(name, [2, 4], ([text, part, start, end]) => {
    if (isNothing(text)) return null;
    if (typeof text !== 'string')
      throw requestFailed(`${name} requires a string as the first argument, found: ${typeOf(text)}`);
    if (typeof part !== 'string')
      throw requestFailed(`${name} requires a string as the second argument, found: ${typeOf(part)}`);
    const length = unit.length(text);
    const from = bound(name, start, 0);
    const to = Math.min(bound(name, end, length), length);
    return from > length || to < from ? -1 : unit.find(text, part, [from, to]);
  });
}

function lengthOf(unit: Unit): Operator {
  const name = `$strLen${unit.suffix}`;
  return single(name, (text) => {
    if (typeof text !== 'string')
      throw requestFailed(`${name} requires a string argument, found: ${typeOf(text)}`);
    return unit.length(text);
  });
}

function numbers(name: string, start: Value | undefined, count: Value | undefined): [number, number] {
  if (typeof start !== 'number')
    throw requestFailed(`${name}: starting index must be a numeric type (is BSON type ${typeOf(start)})`);
  if (typeof count !== 'number')
    throw requestFailed(`${name}: length must be a numeric type (is BSON type ${typeOf(count)})`);
  return [Math.trunc(start), Math.trunc(count)];
}

/** Whether a byte goes on with a character that an earlier byte began. */
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function substringBytes(name: string): Operator {
  return listed(name, [3, 3], ([value, start, count]) => {
    const bytes = Buffer.from(coerceText(value));
    const [from, length] = numbers('$substrBytes', start, count);
    if (from < 0) throw requestFailed(`$substrBytes:  starting index must be non-negative (got: ${from})`);
    const to = length < 0 ? bytes.length : Math.min(bytes.length, from + length);
    if (isContinuation(bytes[from]))
      throw requestFailed('$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.');
    if (isContinuation(bytes[to]))
      throw requestFailed(
        '$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.',
      );
    return bytes.subarray(from, to).toString('utf8');
  });
}

const substringPoints = listed('$substrCP', [3, 3], ([value, start, count]) => {
  const points = Array.from(coerceText(value));
  const [from, length] = numbers('$substrCP', start, count);
  if (from < 0) throw requestFailed(`$substrCP: the starting index must be nonnegative integer.`);
  if (length < 0) throw requestFailed(`$substrCP: length must be a nonnegative integer.`);
  return points.slice(from, from + length).join('');
});

/** Operators that count within a text. */
export const TEXT_POSITION_OPERATORS: Readonly<Record<string, Operator>> = {
  $indexOfBytes: indexOf(BYTES),
  $indexOfCP: indexOf(POINTS),
  $strLenBytes: lengthOf(BYTES),
  $strLenCP: lengthOf(POINTS),
  $substr: substringBytes('$substr'),
  $substrBytes: substringBytes('$substrBytes'),
  $substrCP: substringPoints,
};
