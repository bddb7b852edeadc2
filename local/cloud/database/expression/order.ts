import { compareValues } from '../values/compare';
import type { Value } from '../values/value';

/** MongoDB's order of values in expressions, where missing comes before null instead of equalling it. */
export function compareInExpression(left: Value | undefined, right: Value | undefined): number {
  if (left === undefined || right === undefined)
    return Number(left !== undefined) - Number(right !== undefined);
  return compareValues(left, right);
}
