import { isList, type Document, type Value } from '../values/value';
import { geoIntersects, geoWithin } from '../geo/conditions';
import { visitLeaves, visitPath, type Walk } from './lookup';
import { equality, LEAF_OPERATORS, pattern, WHOLE_OPERATORS, type Test } from './operators';
import { hasOperators } from './validate';

/** Decides about the value that holds the field (a document), or about a single value. */
export type FieldTest = (holder: Value) => boolean;

/** Makes the test of one element of an array, for `$elemMatch`. */
export type ElementTest = (criteria: Value) => FieldTest;

/** How to get from a holder to the values to test: element by element, or as a whole. */
interface Reach {
  readonly parts: readonly string[];
  readonly leaves: Walk;
  readonly whole: Walk;
  readonly element: ElementTest;
}

type Operator = (reach: Reach, operand: Value) => FieldTest;

function walkWith(walk: Walk, parts: readonly string[], test: Test): FieldTest {
  return (holder) => walk(holder, parts, test);
}

function negated(inner: Operator): Operator {
  return (reach, operand) => {
    const matches = inner(reach, operand);
    return (holder) => !matches(holder);
  };
}

const elementMatch: Operator = ({ parts, whole, element }, criteria) => {
  const matches = element(criteria);
  return walkWith(whole, parts, (value) => isList(value) && value.some(matches));
};

const equal: Operator = ({ parts, leaves }, operand) => walkWith(leaves, parts, equality(operand));

/** A value as it stands in a query: a pattern tests, anything else equals. */
const implicit: Operator = (reach, operand) =>
  operand instanceof RegExp ? walkWith(reach.leaves, reach.parts, pattern(operand)) : equal(reach, operand);

/** `$all`: each wanted value is found; none wanted, none match. */
const all: Operator = (reach, operand) => {
  const wanted = (operand as readonly Value[]).map((item) =>
    hasOperators(item) ? elementMatch(reach, item['$elemMatch'] ?? null) : implicit(reach, item),
  );
  return (holder) => wanted.length > 0 && wanted.every((matches) => matches(holder));
};

/** `$exists` looks for a value; its negation asks that no branch of the path has one. */
const exists: Operator = ({ parts, whole }, operand) => {
  const wanted = operand !== null && operand !== false && operand !== 0;
  return (holder) => whole(holder, parts, (value) => value !== undefined) === wanted;
};

const not: Operator = (reach, operand) => {
  const matches = compileCondition(reach, operand);
  return (holder) => !matches(holder);
};

function leaf(test: (operand: Value) => Test): Operator {
  return ({ parts, leaves }, operand) => walkWith(leaves, parts, test(operand));
}

function entire(test: (operand: Value) => Test): Operator {
  return ({ parts, whole }, operand) => walkWith(whole, parts, test(operand));
}

function mapTests(table: Readonly<Record<string, (operand: Value) => Test>>, make: typeof leaf) {
  return Object.fromEntries(Object.entries(table).map(([name, test]) => [name, make(test)]));
}

const LEAF = mapTests(LEAF_OPERATORS, leaf);

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries<Operator>({
    ...LEAF,
    ...mapTests(WHOLE_OPERATORS, entire),
    $eq: equal,
    $ne: negated(equal),
    $nin: negated(leaf(LEAF_OPERATORS.$in)),
    $not: not,
    $elemMatch: elementMatch,
    $all: all,
    $exists: exists,
    $geoWithin: entire(geoWithin),
    $geoIntersects: entire(geoIntersects),
  }),
);

function regularExpression({ $regex: source, $options: flags }: Document): RegExp {
  if (source instanceof RegExp) return typeof flags === 'string' ? new RegExp(source.source, flags) : source;
  return new RegExp(typeof source === 'string' ? source : '', typeof flags === 'string' ? flags : '');
}

function compileCondition(reach: Reach, condition: Value): FieldTest {
  if (!hasOperators(condition)) return implicit(reach, condition);
  const tests: FieldTest[] = [];
  for (const [name, operand] of Object.entries(condition)) {
    if (name === '$regex') tests.push(implicit(reach, regularExpression(condition)));
    const make = OPERATORS.get(name);
    if (make !== undefined) tests.push(make(reach, operand));
  }
  const [first, ...others] = tests;
  if (first !== undefined && others.length === 0) return first;
  return (holder) => tests.every((test) => test(holder));
}

/** Compiles the condition on one field, already checked. With `self` as the way, the value itself is tested. */
export function compileField(path: string, condition: Value, element: ElementTest, self?: Walk): FieldTest {
  const parts = self === undefined ? path.split('.') : [];
  const reach = { parts, leaves: self ?? visitLeaves, whole: self ?? visitPath, element };
  return compileCondition(reach, condition);
}
