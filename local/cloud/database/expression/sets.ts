import { requestFailed } from '../failures';
import { encodeKey } from '../values/key';
import { isList, type Value } from '../values/value';
import { listed, pair, single, typeOf } from './arguments';
import { isNothing, isTrue, type Operator } from './expression';

/** Elements by their key: equal values, once each, in the order they first come. */
function setOf(list: readonly Value[]): Map<string, Value> {
  const set = new Map<string, Value>();
  for (const element of list) {
    const key = encodeKey(element);
    if (!set.has(key)) set.set(key, element);
  }
  return set;
}

function requireAll(name: string, values: readonly (Value | undefined)[]): (readonly Value[])[] {
  return values.map((value) => {
    if (isList(value)) return value;
    throw requestFailed(`All operands of ${name} must be arrays. One argument is of type: ${typeOf(value)}`);
  });
}

function requireBoth(name: string, left: Value | undefined, right: Value | undefined) {
  if (!isList(left))
    throw requestFailed(
      `both operands of ${name} must be arrays. First argument is of type: ${typeOf(left)}`,
    );
  if (!isList(right))
    throw requestFailed(
      `both operands of ${name} must be arrays. Second argument is of type: ${typeOf(right)}`,
    );
  return [setOf(left), setOf(right)] as const;
}

const union = listed('$setUnion', [0, Infinity], (values) => {
  if (values.some(isNothing)) return null;
  return [...setOf(requireAll('$setUnion', values).flat()).values()];
});

const intersection = listed('$setIntersection', [0, Infinity], (values) => {
  if (values.some(isNothing)) return null;
  const [first, ...others] = requireAll('$setIntersection', values).map(setOf);
  const common = [...(first ?? [])].filter(([key]) => others.every((other) => other.has(key)));
  return common.map(([, value]) => value);
});

const difference = pair('$setDifference', (left, right) => {
  if (isNothing(left) || isNothing(right)) return null;
  const [ours, theirs] = requireBoth('$setDifference', left, right);
  return [...ours].filter(([key]) => !theirs.has(key)).map(([, value]) => value);
});

const equal = listed('$setEquals', [2, Infinity], (values) => {
  const [first, ...others] = requireAll('$setEquals', values).map(setOf);
  return others.every(
    (other) => other.size === first?.size && [...other.keys()].every((key) => first.has(key)),
  );
});

const subset = pair('$setIsSubset', (left, right) => {
  const [ours, theirs] = requireBoth('$setIsSubset', left, right);
  return [...ours.keys()].every((key) => theirs.has(key));
});

function everyElement(name: string, judge: (list: readonly Value[]) => boolean): Operator {
  return single(name, (list) => {
    if (!isList(list)) throw requestFailed(`${name}'s argument must be an array, but is ${typeOf(list)}`);
    return judge(list);
  });
}

/** Operators that see arrays as sets. */
export const SET_OPERATORS: Readonly<Record<string, Operator>> = {
  $setUnion: union,
  $setIntersection: intersection,
  $setDifference: difference,
  $setEquals: equal,
  $setIsSubset: subset,
  $allElementsTrue: everyElement('$allElementsTrue', (list) => list.every(isTrue)),
  $anyElementTrue: everyElement('$anyElementTrue', (list) => list.some(isTrue)),
};
