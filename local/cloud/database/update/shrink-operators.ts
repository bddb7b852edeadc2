import { requestFailed } from '../failures';
import { compileQuery } from '../query/matcher';
import { hasOperators } from '../query/validate';
import { equalValues } from '../values/compare';
import { typeName } from '../values/kind';
import { show } from '../values/show';
import { isDocument, isList, type Document, type Value } from '../values/value';
import type { Draft } from './draft';
import type { UpdateOperator } from './operator';
import { findTarget } from './target';

/** Removes elements from the array at a path; a missing field stays missing. */
function keepOnly(draft: Draft, path: string, rule: { blame: string; keep: (value: Value) => boolean }) {
  const target = findTarget(draft, path);
  const list = target?.value;
  if (target === undefined || list === undefined) return;
  if (!isList(list)) throw requestFailed(`${rule.blame} '${typeName(list)}'`);
  target.set(list.filter(rule.keep));
}

const pop: UpdateOperator = (draft, path, operand) => {
  if (operand !== 1 && operand !== -1) throw requestFailed(`$pop expects 1 or -1, found: ${show(operand)}`);
  const target = findTarget(draft, path);
  const list = target?.value;
  if (target === undefined || list === undefined) return;
  if (!isList(list)) {
    throw requestFailed(`Path '${path}' contains an element of non-array type '${typeName(list)}'`);
  }
  target.set(operand === 1 ? list.slice(0, -1) : list.slice(1));
};

/** A value, operators on the element, or conditions on the element's fields. */
function pullTest(operand: Value): (element: Value) => boolean {
  if (operand instanceof RegExp || hasOperators(operand)) {
    const matches = compileQuery({ element: operand });
    return (element) => matches({ element });
  }
  if (!isDocument(operand)) return (element) => equalValues(element, operand);
  const matches = compileQuery(operand);
  return (element) => isDocument(element) && matches(element as Document);
}

const pull: UpdateOperator = (draft, path, operand) => {
  const drop = pullTest(operand);
  keepOnly(draft, path, {
    blame: 'Cannot apply $pull to a non-array value of type',
    keep: (value) => !drop(value),
  });
};

const pullAll: UpdateOperator = (draft, path, operand) => {
  if (!isList(operand)) {
    throw requestFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  }
  const keep = (value: Value) => !operand.some((unwanted) => equalValues(unwanted, value));
  keepOnly(draft, path, { blame: 'Cannot apply $pull to a non-array value of type', keep });
};

/** Operators that take elements out of an array. */
export const SHRINK_OPERATORS = { $pop: pop, $pull: pull, $pullAll: pullAll };
