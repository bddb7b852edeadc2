import { requestFailed } from '../failures';
import { LIST_ELEMENT_BYTES, MAXIMUM_LIST_BYTES } from '../limits';
import { show } from '../values/show';
import { isList, type Value } from '../values/value';
import { listed, pair, single, typeOf } from './arguments';
import { isNothing, type Operator } from './expression';
import { compareInExpression } from './order';

function integer(value: Value | undefined, blame: string): number {
  if (typeof value !== 'number')
    throw requestFailed(`${blame} must be a numeric value, but is ${typeOf(value)}`);
  if (!Number.isInteger(value))
    throw requestFailed(`${blame} must be representable as a 32-bit integer: ${show(value)}`);
  return value;
}

/** A list longer than MongoDB bears is refused before it is made. */
function checkLength(name: string, length: number): void {
  const bytes = length * LIST_ELEMENT_BYTES;
  if (bytes > MAXIMUM_LIST_BYTES)
    throw requestFailed(
      `${name} would use too much memory (${bytes} bytes) and cannot spill to disk. Memory limit: ${MAXIMUM_LIST_BYTES} bytes`,
    );
}

const elementAt = pair('$arrayElemAt', (list, at) => {
  if (isNothing(list) || isNothing(at)) return null;
  if (!isList(list))
    throw requestFailed(`$arrayElemAt's first argument must be an array, but is ${typeOf(list)}`);
  return list.at(integer(at, "$arrayElemAt's second argument"));
});

const concatArrays = listed('$concatArrays', [0, Infinity], (lists) => {
  const arrays: (readonly Value[])[] = [];
  for (const list of lists) {
    if (isNothing(list)) return null;
    if (!isList(list)) throw requestFailed(`$concatArrays only supports arrays, not ${typeOf(list)}`);
    arrays.push(list);
  }
  checkLength(
    '$concatArrays',
    arrays.reduce((sum, { length }) => sum + length, 0),
  );
  return arrays.flat();
});

const contains = pair('$in', (value, list) => {
  if (!isList(list))
    throw requestFailed(`$in requires an array as a second argument, found: ${typeOf(list)}`);
  return list.some((element) => compareInExpression(element, value) === 0);
});

function bound(value: Value | undefined, name: string, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw requestFailed(
      `$indexOfArray requires an integral ${name} index, found a value of type: ${typeOf(value)}, with value: "${show(value)}"`,
    );
  if (value < 0) throw requestFailed(`$indexOfArray requires a nonnegative ${name} index, found: ${value}`);
  return value;
}

const indexOfArray = listed('$indexOfArray', [2, 4], ([list, value, start, end]) => {
  if (isNothing(list)) return null;
  if (!isList(list))
    throw requestFailed(`$indexOfArray requires an array as a first argument, found: ${typeOf(list)}`);
  const from = bound(start, 'starting', 0);
  const to = Math.min(bound(end, 'ending', list.length), list.length);
  for (let at = from; at < to; at++) if (compareInExpression(list[at], value) === 0) return at;
  return -1;
});

function rangePart(value: Value | undefined, name: string): number {
  if (typeof value !== 'number')
    throw requestFailed(`$range requires a numeric ${name} value, found value of type:${typeOf(value)}`);
  if (!Number.isInteger(value))
    throw requestFailed(
      `$range requires a ${name} value that can be represented as a 32-bit integer, found value: ${show(value)}`,
    );
  return value;
}

const range = listed('$range', [2, 3], ([start, end, by = 1]) => {
  const from = rangePart(start, 'starting');
  const to = rangePart(end, 'ending');
  const step = rangePart(by, 'step');
  if (step === 0) throw requestFailed('$range requires a non-zero step value');
  const length = Math.max(0, Math.ceil((to - from) / step));
  checkLength('$range', length);
  return Array.from({ length }, (_, at) => from + at * step);
});

const reverse = single('$reverseArray', (list) => {
  if (isNothing(list)) return null;
  if (!isList(list))
    throw requestFailed(`The argument to $reverseArray must be an array, but was of type: ${typeOf(list)}`);
  return [...list].reverse();
});

const size = single('$size', (list) => {
  if (!isList(list))
    throw requestFailed(`The argument to $size must be an array, but was of type: ${typeOf(list)}`);
  return list.length;
});

const slice = listed('$slice', [2, 3], ([list, second, third]) => {
  if (isNothing(list) || isNothing(second) || third === null) return null;
  if (!isList(list))
    throw requestFailed(`First argument to $slice must be an array, but is of type: ${typeOf(list)}`);
  const first = integer(second, 'Second argument to $slice');
  if (third === undefined) return first < 0 ? list.slice(first) : list.slice(0, first);
  const count = integer(third, 'Third argument to $slice');
  if (count <= 0) throw requestFailed(`Third argument to $slice must be positive: ${count}`);
  const from = first < 0 ? Math.max(0, list.length + first) : first;
  return list.slice(from, from + count);
});

/** Operators on whole arrays. */
export const ARRAY_OPERATORS: Readonly<Record<string, Operator>> = {
  $arrayElemAt: elementAt,
  $concatArrays: concatArrays,
  $in: contains,
  $indexOfArray: indexOfArray,
  $isArray: single('$isArray', isList),
  $range: range,
  $reverseArray: reverse,
  $size: size,
  $slice: slice,
};
