import { ObjectId } from 'bson';
import { CloudError } from '../../protocol/cloud-error';
import { requestFailed } from '../failures';
import { show } from '../values/show';
import type { Value } from '../values/value';
import { named, single, typeOf } from './arguments';
import { parseDate } from './date-parse';
import { isNothing, isTrue, type Operator } from './expression';

type Convert = (value: Value) => Value;

const NO_FALLBACK = 'in $convert with no onError value';

function unsupported(value: Value, target: string): CloudError {
  return requestFailed(`Unsupported conversion from ${typeOf(value)} to ${target} ${NO_FALLBACK}`);
}

function parseNumber(text: string, pattern: RegExp): number {
  if (!pattern.test(text)) throw requestFailed(`Failed to parse number '${text}' ${NO_FALLBACK}: Bad digit`);
  return Number(text);
}

function whole(target: 'int' | 'long', limit: number): Convert {
  return (value) => {
    if (typeof value === 'boolean') return Number(value);
    if (typeof value === 'string') return checkRange(parseNumber(value, /^[+-]?\d+$/), limit);
    if (typeof value === 'number') return checkRange(Math.trunc(value), limit);
    if (value instanceof Date && target === 'long') return value.getTime();
    throw unsupported(value, target);
  };
}

function checkRange(value: number, limit: number): number {
  if (!(value >= -limit && value < limit))
    throw requestFailed(`Conversion would overflow target type ${NO_FALLBACK}: ${value}`);
  return value;
}

const toDouble: Convert = (value) => {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') return parseNumber(value, /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i);
  if (value instanceof Date) return value.getTime();
  throw unsupported(value, 'double');
};

const toText: Convert = (value) => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  throw unsupported(value, 'string');
};

const toDate: Convert = (value) => {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (typeof value === 'string') return new Date(parseDate(value, undefined, undefined));
  if (typeof value !== 'number') throw unsupported(value, 'date');
  const date = new Date(Math.trunc(value));
  if (Number.isNaN(date.getTime()))
    throw requestFailed(`Conversion would overflow target type ${NO_FALLBACK}`);
  return date;
};

const toObjectId: Convert = (value) => {
  if (value instanceof ObjectId) return value;
  if (typeof value !== 'string') throw unsupported(value, 'objectId');
  if (!/^[0-9a-f]{24}$/i.test(value))
    throw requestFailed(
      `Failed to parse objectId '${value}' ${NO_FALLBACK}: Invalid string length for parsing to OID`,
    );
  return new ObjectId(value);
};

/** By the names and numbers of BSON types. Decimals are kept as doubles here, so there is no such target. */
const TARGETS: readonly (readonly [string, number, string, Convert])[] = [
  ['double', 1, '$toDouble', toDouble],
  ['string', 2, '$toString', toText],
  ['objectId', 7, '$toObjectId', toObjectId],
  ['bool', 8, '$toBool', (value) => isTrue(value)],
  ['date', 9, '$toDate', toDate],
  ['int', 16, '$toInt', whole('int', 2 ** 31)],
  ['long', 18, '$toLong', whole('long', 2 ** 63)],
];

function targetOf(to: Value): Convert {
  const target = TARGETS.find(([name, number]) => to === name || to === number);
  if (target === undefined) throw requestFailed(`Unknown type name: ${show(to)}`);
  return target[3];
}

const convert = named(
  '$convert',
  { required: ['input', 'to'], optional: ['onError', 'onNull'] },
  ({ input, to, onError, onNull }, given) => {
    if (isNothing(to)) return null;
    const target = targetOf(to);
    if (isNothing(input)) return given.has('onNull') ? onNull : null;
    try {
      return target(input);
    } catch (error) {
      if (given.has('onError') && error instanceof CloudError) return onError;
      throw error;
    }
  },
);

const shorthands = TARGETS.map(
  ([, , name, target]) => [name, single(name, (value) => (isNothing(value) ? null : target(value)))] as const,
);

/** Operators that name or change the type of a value. */
export const CONVERSION_OPERATORS: Readonly<Record<string, Operator>> = {
  ...Object.fromEntries(shorthands),
  $convert: convert,
  $type: single('$type', typeOf),
  $isNumber: single('$isNumber', (value) => typeof value === 'number'),
};
