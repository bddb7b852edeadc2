import { requestFailed } from '../failures';
import { MAXIMUM_TEXT_BYTES } from '../limits';
import { listed, named, pair, single, typeOf } from './arguments';
import { coerceText } from './coerce-text';
import { isNothing, type Operator } from './expression';
import { TEXT_POSITION_OPERATORS } from './text-positions';

/** MongoDB changes the case of ASCII letters only. */
const upper = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const concat = listed('$concat', [0, Infinity], (values) => {
  let result = '';
  for (const value of values) {
    if (isNothing(value)) return null;
    if (typeof value !== 'string') throw requestFailed(`$concat only supports strings, not ${typeOf(value)}`);
    result += value;
    if (result.length > MAXIMUM_TEXT_BYTES)
      throw requestFailed(`BufBuilder attempted to grow() to ${result.length} bytes, past the 64MB limit.`);
  }
  return result;
});

const split = pair('$split', (text, separator) => {
  if (isNothing(text) || isNothing(separator)) return null;
  for (const [value, which] of [
    [text, 'first'],
    [separator, 'second'],
  ] as const) {
    if (typeof value !== 'string')
      throw requestFailed(
        `$split requires an expression that evaluates to a string as a ${which} argument, found: ${typeOf(value)}`,
      );
  }
  if (separator === '') throw requestFailed('$split requires a non-empty separator');
  return (text as string).split(separator as string);
});

const compareCase = pair('$strcasecmp', (left, right) => {
  const [ours, theirs] = [upper(coerceText(left)), upper(coerceText(right))];
  return Math.sign(Buffer.compare(Buffer.from(ours), Buffer.from(theirs)));
});

/** What `$trim` takes away when no characters are given. */
const WHITE_SPACE =
  '\u0000\u0020\t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a';

function trim(name: string, sides: { left: boolean; right: boolean }): Operator {
  return named(name, { required: ['input'], optional: ['chars'] }, ({ input, chars }, given) => {
    if (isNothing(input) || (given.has('chars') && isNothing(chars))) return null;
    if (typeof input !== 'string')
      throw requestFailed(
        `${name} requires its input to be a string, got ${typeOf(input)} (of type ${typeOf(input)}) instead.`,
      );
    if (!isNothing(chars) && typeof chars !== 'string')
      throw requestFailed(`${name} requires 'chars' to be a string, got ${typeOf(chars)} instead.`);
    const unwanted = new Set(chars ?? WHITE_SPACE);
    const points = Array.from(input);
    let from = 0;
    let to = points.length;
    while (sides.left && from < to && unwanted.has(points[from] ?? '')) from++;
    while (sides.right && to > from && unwanted.has(points[to - 1] ?? '')) to--;
    return points.slice(from, to).join('');
  });
}

/** Operators on texts. */
export const TEXT_OPERATORS: Readonly<Record<string, Operator>> = {
  ...TEXT_POSITION_OPERATORS,
  $concat: concat,
  $split: split,
  $strcasecmp: compareCase,
  $toLower: single('$toLower', (value) => lower(coerceText(value))),
  $toUpper: single('$toUpper', (value) => upper(coerceText(value))),
  $trim: trim('$trim', { left: true, right: true }),
  $ltrim: trim('$ltrim', { left: true, right: false }),
  $rtrim: trim('$rtrim', { left: false, right: true }),
};
