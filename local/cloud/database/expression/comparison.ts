import { argumentsOf, pair, single } from './arguments';
import { isTrue, type Operator } from './expression';
import { compareInExpression } from './order';

function comparison(name: string, accept: (sign: number) => boolean): Operator {
  return pair(name, (left, right) => accept(compareInExpression(left, right)));
}

const and: Operator = (operand, compile) => {
  const parts = argumentsOf(operand).map((part) => compile(part));
  return (scope) => parts.every((part) => isTrue(part(scope)));
};

const or: Operator = (operand, compile) => {
  const parts = argumentsOf(operand).map((part) => compile(part));
  return (scope) => parts.some((part) => isTrue(part(scope)));
};

/** Comparison of any two values by MongoDB's order of types, and logic on what comes out. */
export const COMPARISON_OPERATORS: Readonly<Record<string, Operator>> = {
  $cmp: pair('$cmp', (left, right) => Math.sign(compareInExpression(left, right))),
  $eq: comparison('$eq', (sign) => sign === 0),
  $ne: comparison('$ne', (sign) => sign !== 0),
  $gt: comparison('$gt', (sign) => sign > 0),
  $gte: comparison('$gte', (sign) => sign >= 0),
  $lt: comparison('$lt', (sign) => sign < 0),
  $lte: comparison('$lte', (sign) => sign <= 0),
  $and: and,
  $or: or,
  $not: single('$not', (value) => !isTrue(value)),
};
