import { requestFailed } from '../failures';
import { typeName } from '../values/kind';
import { show } from '../values/show';
import { isDocument, type Value } from '../values/value';
import type { UpdateOperator } from './operator';
import { makeTarget, type Target } from './target';

function requireNumber(name: string, target: Target, value: Value): number {
  if (typeof value === 'number') return value;
  throw requestFailed(
    `Cannot apply ${name} to a value of non-numeric type. {_id: ${show(target.root['_id'])}} ` +
      `has the field '${target.field}' of non-numeric type ${typeName(value)}`,
  );
}

function arithmetic(
  name: string,
  verb: string,
  combine: (current: number, by: number) => number,
): UpdateOperator {
  return (draft, path, operand) => {
    if (typeof operand !== 'number') {
      throw requestFailed(`Cannot ${verb} with non-numeric argument: {${path}: ${show(operand)}}`);
    }
    const target = makeTarget(draft, path);
    const current = target.value === undefined ? 0 : requireNumber(name, target, target.value);
    target.set(target.value === undefined && name === '$inc' ? operand : combine(current, operand));
  };
}

type Bits = (current: bigint, by: bigint) => bigint;

const BITS: Readonly<Record<string, Bits>> = {
  and: (current, by) => current & by,
  or: (current, by) => current | by,
  xor: (current, by) => current ^ by,
};

function requireInteger(target: Target, value: Value): bigint {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  throw requestFailed(
    `Cannot apply $bit to a value of non-integral type._id: ${show(target.root['_id'])} ` +
      `has the field ${target.field} of non-integer type ${typeName(value)}`,
  );
}

const bit: UpdateOperator = (draft, path, operand) => {
  if (!isDocument(operand) || Object.keys(operand).length === 0) {
    throw requestFailed(
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document`,
    );
  }
  const target = makeTarget(draft, path);
  let value = requireInteger(target, target.value ?? 0);
  for (const [name, by] of Object.entries(operand)) {
    const combine = Object.hasOwn(BITS, name) ? BITS[name] : undefined;
    if (combine === undefined) {
      throw requestFailed(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator`,
      );
    }
    if (typeof by !== 'number' || !Number.isSafeInteger(by)) {
      throw requestFailed(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(by)}' is not supported here`,
      );
    }
    value = combine(value, BigInt(by));
  }
  target.set(Number(value));
};

/** Operators on numbers; a missing field counts as 0. */
export const NUMBER_OPERATORS = {
  $inc: arithmetic('$inc', 'increment', (current, by) => current + by),
  // Never -0, which two whole numbers of MongoDB cannot make.
  $mul: arithmetic('$mul', 'multiply', (current, by) => current * by + 0),
  $bit: bit,
};
