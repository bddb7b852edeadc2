import { requestFailed } from '../failures';
import type { Value } from '../values/value';
import { listed, pair, typeOf } from './arguments';
import { isNothing, type Operator } from './expression';
import { ROUNDING_OPERATORS } from './rounding';

const add = listed('$add', [0, Infinity], (values) => {
  let sum = 0;
  let dates = 0;
  let nothing = false;
  for (const value of values) {
    if (isNothing(value)) nothing = true;
    else if (value instanceof Date) dates++;
    else if (typeof value !== 'number')
      throw requestFailed(`$add only supports numeric or date types, not ${typeOf(value)}`);
    if (dates > 1) throw requestFailed('only one date allowed in an $add expression');
    sum += value instanceof Date ? value.getTime() : (value ?? 0);
  }
  if (nothing) return null;
  return dates === 0 ? sum : dateOf(sum, '$add');
});

function dateOf(milliseconds: number, name: string): Date {
  const date = new Date(Math.round(milliseconds));
  if (Number.isNaN(date.getTime())) throw requestFailed(`date overflow in ${name}`);
  return date;
}

const subtract = pair('$subtract', (left, right) => {
  if (isNothing(left) || isNothing(right)) return null;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  if (left instanceof Date && typeof right === 'number') return dateOf(left.getTime() - right, '$subtract');
  throw requestFailed(`can't $subtract ${typeOf(right)} from ${typeOf(left)}`);
});

/** Whole numbers make no negative zero in MongoDB. */
function withoutSign(result: number, whole: boolean): number {
  return whole && result === 0 ? 0 : result;
}

const multiply = listed('$multiply', [0, Infinity], (values) => {
  let product = 1;
  for (const value of values) {
    if (isNothing(value)) return null;
    if (typeof value !== 'number')
      throw requestFailed(`$multiply only supports numeric types, not ${typeOf(value)}`);
    product *= value;
  }
  return withoutSign(product, values.every(Number.isInteger));
});

function division(name: string, combine: (left: number, right: number) => number): Operator {
  return pair(name, (left, right) => {
    if (isNothing(left) || isNothing(right)) return null;
    if (typeof left !== 'number' || typeof right !== 'number')
      throw requestFailed(`${name} only supports numeric types, not ${typeOf(left)} and ${typeOf(right)}`);
    if (right === 0) throw requestFailed(`can't ${name} by zero`);
    return combine(left, right);
  });
}

/** Both arguments as numbers; undefined where one of them is nothing. */
function twoNumbers(
  names: readonly [string, string],
  left: Value | undefined,
  right: Value | undefined,
): [number, number] | undefined {
  if (isNothing(left) || isNothing(right)) return undefined;
  if (typeof left !== 'number') throw requestFailed(`${names[0]} must be numeric, not ${typeOf(left)}`);
  if (typeof right !== 'number') throw requestFailed(`${names[1]} must be numeric, not ${typeOf(right)}`);
  return [left, right];
}

const pow = pair('$pow', (left, right) => {
  const numbers = twoNumbers(["$pow's base", "$pow's exponent"], left, right);
  if (numbers === undefined) return null;
  const [base, exponent] = numbers;
  if (base === 0 && exponent < 0) throw requestFailed('$pow cannot take a base of 0 and a negative exponent');
  return base ** exponent;
});

const log = pair('$log', (left, right) => {
  const numbers = twoNumbers(["$log's argument", "$log's base"], left, right);
  if (numbers === undefined) return null;
  const [value, base] = numbers;
  if (value <= 0) throw requestFailed(`$log's argument must be a positive number, but is ${value}`);
  if (base <= 0 || base === 1)
    throw requestFailed(`$log's base must be a positive number not equal to 1, but is ${base}`);
  return Math.log(value) / Math.log(base);
});

/** Operators on numbers; `$add` and `$subtract` also move dates by milliseconds. */
export const ARITHMETIC_OPERATORS: Readonly<Record<string, Operator>> = {
  ...ROUNDING_OPERATORS,
  $add: add,
  $subtract: subtract,
  $multiply: multiply,
  $divide: division('$divide', (left, right) => left / right),
  $mod: division('$mod', (left, right) => withoutSign(left % right, Number.isInteger(left))),
  $pow: pow,
  $log: log,
};
