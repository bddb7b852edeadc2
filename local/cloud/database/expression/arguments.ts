import { requestFailed } from '../failures';
import { typeName } from '../values/kind';
import { isDocument, isList, type Document, type Value } from '../values/value';
import type { Expression, Operator } from './expression';

/** Name of a value's type in messages; MongoDB calls an absent value "missing". */
export function typeOf(value: Value | undefined): string {
  return value === undefined ? 'missing' : typeName(value);
}

function checkCount(name: string, count: number, [least, most]: readonly [number, number]): void {
  if (count >= least && count <= most) return;
  if (least === most)
    throw requestFailed(`Expression ${name} takes exactly ${least} arguments. ${count} were passed in.`);
  const bounds =
    most === Infinity ? `at least ${least} arguments` : `at least ${least} arguments, and at most ${most}`;
  throw requestFailed(`Expression ${name} takes ${bounds}, but ${count} were passed in.`);
}

/** The arguments of an operator: an array of them, or a single one without brackets. */
export function argumentsOf(operand: Value): readonly Value[] {
  return isList(operand) ? operand : [operand];
}

/** An operator whose arguments are all evaluated first. */
export function listed(
  name: string,
  bounds: readonly [number, number],
  evaluate: (values: readonly (Value | undefined)[]) => Value | undefined,
): Operator {
  return (operand, compile) => {
    const parameters = argumentsOf(operand);
    checkCount(name, parameters.length, bounds);
    const compiled = parameters.map((parameter) => compile(parameter));
    return (scope) => evaluate(compiled.map((one) => one(scope)));
  };
}

/** An operator of one argument. */
export function single(name: string, evaluate: (value: Value | undefined) => Value | undefined): Operator {
  return listed(name, [1, 1], ([value]) => evaluate(value));
}

/** An operator of two arguments. */
export function pair(
  name: string,
  evaluate: (left: Value | undefined, right: Value | undefined) => Value | undefined,
): Operator {
  return listed(name, [2, 2], ([left, right]) => evaluate(left, right));
}

/** The operand of an operator with named parameters, checked for unknown and missing ones. */
export function namedOperand(
  name: string,
  operand: Value,
  parameters: { required: readonly string[]; optional?: readonly string[] },
): Document {
  if (!isDocument(operand)) {
    throw requestFailed(`${name} only supports an object as its argument, not ${typeName(operand)}`);
  }
  const known = [...parameters.required, ...(parameters.optional ?? [])];
  const unknown = Object.keys(operand).find((key) => !known.includes(key));
  if (unknown !== undefined) throw requestFailed(`Unrecognized argument to ${name}: ${unknown}`);
  const missing = parameters.required.find((key) => operand[key] === undefined);
  if (missing !== undefined) throw requestFailed(`Missing '${missing}' parameter to ${name}`);
  return operand;
}

/** An operator with named parameters that are all evaluated first; an absent optional one is undefined. */
export function named(
  name: string,
  parameters: { required: readonly string[]; optional?: readonly string[] },
  evaluate: (
    values: Readonly<Record<string, Value | undefined>>,
    given: ReadonlySet<string>,
  ) => Value | undefined,
): Operator {
  return (operand, compile) => {
    const checked = namedOperand(name, operand, parameters);
    const compiled = Object.entries(checked).map(([key, raw]): [string, Expression] => [key, compile(raw)]);
    const given = new Set(Object.keys(checked));
    return (scope) => evaluate(Object.fromEntries(compiled.map(([key, one]) => [key, one(scope)])), given);
  };
}
