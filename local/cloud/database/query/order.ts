import { invalidParameter, requestFailed } from '../failures';
import { compareValues } from '../values/compare';
import type { Document, Value } from '../values/value';
import { visitLeaves } from './lookup';

/** Sorts two documents. */
export type Comparison = (left: Document, right: Document) => number;

/** What a document sorts by: the least element of an array when ascending, the greatest when descending. */
function sortValue(document: Document, parts: readonly string[], direction: number): Value | undefined {
  let chosen: Value | undefined;
  let seen = false;
  visitLeaves(document, parts, (value) => {
    if (Array.isArray(value)) return false;
    if (!seen || compareValues(value, chosen) * direction < 0) chosen = value;
    seen = true;
    return false;
  });
  return chosen;
}

function checkDirection(name: string, direction: Value): number {
  if (direction !== 1 && direction !== -1) {
    throw requestFailed(`Sort direction of ${name} must be 1 or -1`);
  }
  return direction;
}

/** Comparison for an order such as `{ at: -1, name: 1 }`; fields count in the order they are written. */
export function compileOrder(order: Document): Comparison {
  const keys = Object.entries(order).map(([name, direction]) => {
    if (name === '' || name.startsWith('$')) throw invalidParameter('param.order has an illegal field name');
    return { parts: name.split('.'), direction: checkDirection(name, direction) };
  });
  return (left, right) => {
    for (const { parts, direction } of keys) {
      const result = compareValues(sortValue(left, parts, direction), sortValue(right, parts, direction));
      if (result !== 0) return result * direction;
    }
    return 0;
  };
}
