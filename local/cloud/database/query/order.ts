import { invalidParameter, requestFailed } from '../failures';
import { compareValues } from '../values/compare';
import { isList, type Document, type Value } from '../values/value';
import { visitPath } from './lookup';

/** Sorts below null, as an empty array does. */
const EMPTY = Symbol('empty array');

type SortValue = Value | undefined | typeof EMPTY;

function compareSortValues(left: SortValue, right: SortValue): number {
  if (left === EMPTY || right === EMPTY) return Number(left !== EMPTY) - Number(right !== EMPTY);
  return compareValues(left, right);
}

/** What a document sorts by: the least element of an array when ascending, the greatest when descending. */
function sortValue(document: Document, { parts, direction }: Key): SortValue {
  let chosen: SortValue;
  let seen = false;
  const consider = (value: SortValue): void => {
    if (!seen || compareSortValues(value, chosen) * direction < 0) chosen = value;
    seen = true;
  };
  visitPath(document, parts, (value) => {
    if (!isList(value)) consider(value);
    else if (value.length === 0) consider(EMPTY);
    else for (const element of value) consider(element);
    return false;
  });
  return chosen;
}

interface Key {
  readonly parts: readonly string[];
  readonly direction: number;
}

function checkDirection(name: string, direction: Value): number {
  if (direction !== 1 && direction !== -1) {
    throw requestFailed(`Sort direction of ${name} must be 1 or -1`);
  }
  return direction;
}

function keysOf(order: Document): Key[] {
  return Object.entries(order).map(([name, direction]) => {
    if (name === '' || name.startsWith('$')) throw invalidParameter('param.order has an illegal field name');
    return { parts: name.split('.'), direction: checkDirection(name, direction) };
  });
}

/**
 * Sorts by an order such as `{ at: -1, name: 1 }`, whose fields count in the order they are written. Stable; the
 * list itself stays as it is.
 */
export function sortBy<T>(items: readonly T[], documentOf: (item: T) => Document, order: Document): T[] {
  const keys = keysOf(order);
  const rows = items.map((item) => ({ item, by: keys.map((key) => sortValue(documentOf(item), key)) }));
  rows.sort((left, right) => {
    for (const [at, { direction }] of keys.entries()) {
      const result = compareSortValues(left.by[at], right.by[at]);
      if (result !== 0) return result * direction;
    }
    return 0;
  });
  return rows.map(({ item }) => item);
}
