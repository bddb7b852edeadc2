import { requestFailed } from '../failures';
import { show } from '../values/show';
import { compareValues } from '../values/compare';
import type { UpdateOperator } from './operator';
import { findTarget, makeTarget } from './target';

const set: UpdateOperator = (draft, path, operand) => makeTarget(draft, path).set(operand);

const unset: UpdateOperator = (draft, path) => findTarget(draft, path)?.unset();

function bound(sign: number): UpdateOperator {
  return (draft, path, operand) => {
    const target = makeTarget(draft, path);
    const current = target.value;
    if (current === undefined || compareValues(operand, current) * sign > 0) target.set(operand);
  };
}

const rename: UpdateOperator = (draft, path, operand) => {
  if (typeof operand !== 'string')
    throw requestFailed(`The 'to' field for $rename must be a string: ${path}: ${show(operand)}`);
  if (operand === path) {
    throw requestFailed(`The source and target field for $rename must differ: ${path}: ${show(operand)}`);
  }
  const source = findTarget(draft, path);
  const value = source?.value;
  if (source === undefined || value === undefined) return;
  if (source.inArray)
    throw requestFailed(
      `The source field cannot be an array element, '${path}' in doc with _id: ${show(draft.root['_id'])}`,
    );
  const target = makeTarget(draft, operand);
  if (target.inArray) {
    throw requestFailed(
      `The destination field cannot be an array element, '${operand}' in doc with _id: ${show(draft.root['_id'])}`,
    );
  }
  target.set(value);
  source.unset();
};

/** Operators that replace, remove or move a field whatever its type. */
export const FIELD_OPERATORS = { $set: set, $unset: unset, $min: bound(-1), $max: bound(1), $rename: rename };
