import { requestFailed } from '../failures';
import { compareValues, equalValues } from '../values/compare';
import { Kind, kindOf } from '../values/kind';
import { show } from '../values/show';
import { isList, type Value } from '../values/value';

/** Decides about one value that a path reached (undefined: missing). */
export type Test = (value: Value | undefined) => boolean;

function listOperand(name: string, operand: Value): readonly Value[] {
  if (!isList(operand)) throw requestFailed(`${name} needs an array`);
  return operand;
}

/** The same value; a regular expression equals only itself. */
export function equality(operand: Value): Test {
  if (typeof operand === 'string') return (value) => value === operand;
  return (value) => equalValues(value, operand);
}

function membership(name: string, operand: Value): Test {
  const tests = listOperand(name, operand).map((item) =>
    item instanceof RegExp ? pattern(item) : equality(item),
  );
  return (value) => tests.some((test) => test(value));
}

/** Only values of the operand's own type compare; against null, just equality holds. */
function comparison(accept: (sign: number) => boolean) {
  return (operand: Value): Test => {
    if (operand instanceof RegExp) throw requestFailed("Can't have RegEx as arg to predicate over field");
    const kind = kindOf(operand);
    return (value) => {
      if (kindOf(value) !== kind) return false;
      if (typeof operand === 'number' && Number.isNaN(operand) !== Number.isNaN(value)) return false;
      return accept(compareValues(value, operand));
    };
  };
}

function modulo(operand: Value): Test {
  const [divisor, remainder, extra] = listOperand('malformed mod,', operand);
  if (typeof divisor !== 'number') throw requestFailed('malformed mod, divisor not a number');
  if (typeof remainder !== 'number' || extra !== undefined) {
    throw requestFailed('malformed mod, needs a divisor and a remainder');
  }
  const by = Math.trunc(divisor);
  if (by === 0 || !Number.isFinite(by)) throw requestFailed('divisor cannot be 0');
  return (value) => typeof value === 'number' && Math.trunc(value) % by === Math.trunc(remainder);
}

/** Characters beyond the first 65536, such as rare Han: two units of a JavaScript text, one of MongoDB's. */
const WIDE = /[\ud800-\udfff]/;

/** The same expression over whole characters, where it can be read so. */
function wholeCharacters(expression: RegExp): RegExp {
  try {
    return new RegExp(expression.source, `${expression.flags}u`);
  } catch {
    return expression;
  }
}

/** A text that the expression finds something in, or the expression itself. */
export function pattern(expression: RegExp): Test {
  const wide = wholeCharacters(expression);
  return (value) =>
    typeof value === 'string'
      ? (WIDE.test(value) ? wide : expression).test(value)
      : kindOf(value) === Kind.Pattern && equalValues(value, expression);
}

function size(operand: Value): Test {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
    throw requestFailed(`Failed to parse $size. Expected a non-negative integer in: $size: ${show(operand)}`);
  }
  return (value) => isList(value) && value.length === operand;
}

/** Operators that test every element of a final array and the array itself. */
export const LEAF_OPERATORS = {
  $in: (operand: Value) => membership('$in', operand),
  $gt: comparison((sign) => sign > 0),
  $gte: comparison((sign) => sign >= 0),
  $lt: comparison((sign) => sign < 0),
  $lte: comparison((sign) => sign <= 0),
  $mod: modulo,
} satisfies Readonly<Record<string, (operand: Value) => Test>>;

/** Operators that test a final array only as a whole. */
export const WHOLE_OPERATORS: Readonly<Record<string, (operand: Value) => Test>> = { $size: size };
