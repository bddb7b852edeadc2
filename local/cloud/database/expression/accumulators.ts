import { encodeKey } from '../values/key';
import type { MutableDocument, Value } from '../values/value';
import { isNothing } from './expression';
import { mergeInto } from './objects';
import { compareInExpression } from './order';

/** Gathers the values of one group. */
export interface Accumulator {
  add(value: Value | undefined): void;
  result(): Value | undefined;
}

function sum(): Accumulator {
  let total = 0;
  return {
    add(value) {
      if (typeof value === 'number') total += value;
    },
    result: () => total,
  };
}

function average(): Accumulator {
  let total = 0;
  let count = 0;
  return {
    add(value) {
      if (typeof value !== 'number') return;
      total += value;
      count++;
    },
    result: () => (count === 0 ? null : total / count),
  };
}

function extreme(sign: number): Accumulator {
  let chosen: Value | undefined;
  return {
    add(value) {
      if (isNothing(value)) return;
      if (chosen === undefined || compareInExpression(value, chosen) * sign > 0) chosen = value;
    },
    result: () => chosen ?? null,
  };
}

function first(): Accumulator {
  let seen = false;
  let chosen: Value | undefined;
  return {
    add(value) {
      if (!seen) chosen = value;
      seen = true;
    },
    result: () => chosen ?? null,
  };
}

function last(): Accumulator {
  let chosen: Value | undefined;
  return { add: (value) => void (chosen = value), result: () => chosen ?? null };
}

function push(): Accumulator {
  const list: Value[] = [];
  return {
    add(value) {
      if (value !== undefined) list.push(value);
    },
    result: () => list,
  };
}

function addToSet(): Accumulator {
  const set = new Map<string, Value>();
  return {
    add(value) {
      if (value === undefined) return;
      const key = encodeKey(value);
      if (!set.has(key)) set.set(key, value);
    },
    result: () => [...set.values()],
  };
}

/** Standard deviation by Welford's way, which does not lose digits when the values are far from zero. */
function deviation(missing: 0 | 1): Accumulator {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value) {
      if (typeof value !== 'number') return;
      count++;
      const distance = value - mean;
      mean += distance / count;
      squares += distance * (value - mean);
    },
    result: () => (count - missing <= 0 ? null : Math.sqrt(squares / (count - missing))),
  };
}

function merge(): Accumulator {
  const result: MutableDocument = {};
  return { add: (value) => mergeInto(result, value), result: () => result };
}

/** The accumulators of `$group` and `$bucket`, each as what starts one group. */
export const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $sum: sum,
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $stdDevPop: () => deviation(0),
  $stdDevSamp: () => deviation(1),
  $mergeObjects: merge,
};
