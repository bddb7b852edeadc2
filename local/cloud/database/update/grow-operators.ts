import { requestFailed } from '../failures';
import { sortBy } from '../query/order';
import { compareValues, equalValues } from '../values/compare';
import { typeName } from '../values/kind';
import { show } from '../values/show';
import { isDocument, isList, type Document, type Value } from '../values/value';
import type { UpdateOperator } from './operator';
import { makeTarget } from './target';

const MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);

interface Push {
  each: readonly Value[];
  position: number | undefined;
  slice: number | undefined;
  sort: Value | undefined;
}

function integer(name: string, value: Value | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw requestFailed(
    `The value for ${name} must be an integer value but was given type: ${typeName(value)}`,
  );
}

function readEach(name: string, operand: Document): readonly Value[] {
  const each = operand['$each'];
  if (isList(each)) return each;
  throw requestFailed(
    `The argument to $each in ${name} must be an array but it was of type: ${typeName(each)}`,
  );
}

function readPush(operand: Value): Push {
  if (!isDocument(operand) || operand['$each'] === undefined) {
    return { each: [operand], position: undefined, slice: undefined, sort: undefined };
  }
  const unknown = Object.keys(operand).find((name) => !MODIFIERS.has(name));
  if (unknown !== undefined) throw requestFailed(`Unrecognized clause in $push: ${unknown}`);
  return {
    each: readEach('$push', operand),
    position: integer('$position', operand['$position']),
    slice: integer('$slice', operand['$slice']),
    sort: operand['$sort'],
  };
}

function sorted(list: Value[], sort: Value): Value[] {
  if (sort === 1 || sort === -1) return list.sort((left, right) => compareValues(left, right) * sort);
  if (!isDocument(sort) || Object.keys(sort).length === 0) {
    throw requestFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  }
  return sortBy(list, (value) => (isDocument(value) ? value : {}), sort);
}

const push: UpdateOperator = (draft, path, operand) => {
  const { each, position, slice, sort } = readPush(operand);
  const target = makeTarget(draft, path);
  const current = target.value ?? [];
  if (target.value === null || !isList(current)) {
    throw requestFailed(
      `The field '${path}' must be an array but is of type ${typeName(target.value)} in document {_id: ${show(draft.root['_id'])}}`,
    );
  }
  const at = position ?? current.length;
  // No call with the values as its arguments: the stack bears fewer of them than a document may hold.
  let list = [...current.slice(0, at), ...each, ...current.slice(at)];
  if (sort !== undefined) list = sorted(list, sort);
  if (slice !== undefined) list = slice < 0 ? list.slice(slice) : list.slice(0, slice);
  target.set(list);
};

function readAdded(operand: Value): readonly Value[] {
  if (!isDocument(operand) || operand['$each'] === undefined) return [operand];
  if (Object.keys(operand).length > 1)
    throw requestFailed(`Found unexpected fields after $each in $addToSet: ${show(operand)}`);
  return readEach('$addToSet', operand);
}

const addToSet: UpdateOperator = (draft, path, operand) => {
  const each = readAdded(operand);
  const target = makeTarget(draft, path);
  const current = target.value ?? [];
  if (target.value === null || !isList(current)) {
    throw requestFailed(
      `Cannot apply $addToSet to non-array field. Field named '${target.field}' has non-array type ${typeName(target.value)}`,
    );
  }
  const list = [...current];
  for (const value of each) {
    if (!list.some((present) => equalValues(present, value))) list.push(value);
  }
  target.set(list);
};

/** Operators that add elements to an array; a missing field counts as []. */
export const GROW_OPERATORS = { $push: push, $addToSet: addToSet };
