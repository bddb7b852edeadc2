import { Context } from 'mingo/core';
import { $and, $nor, $not, $or } from 'mingo/operators/query/logical';
import { Query } from 'mingo/query';
import { isDocument, isList, type Document, type Value } from '../values/value';
import { visitLeaves, visitPath } from './lookup';
import { LEAF_OPERATORS, WHOLE_OPERATORS, type Test } from './operators';
import { checkQuery, hasOperators } from './validate';

/** Decides whether a document matches. */
export type Matcher = (document: Document) => boolean;

/** mingo's form of a query operator: field path, operand, and then one document at a time. */
type Operator = (path: string, operand: unknown) => (document: unknown) => boolean;

type Walk = typeof visitLeaves;

function operator(walk: Walk, makeTest: (operand: Value) => Test): Operator {
  return (path, operand) => {
    const parts = path.split('.');
    const test = makeTest(operand as Value);
    return (document) => walk(document as Value, parts, test);
  };
}

function negated(inner: Operator): Operator {
  return (path, operand) => {
    const matches = inner(path, operand);
    return (document) => !matches(document);
  };
}

/** One element of an array: `{$gt: 1}` tests the element, `{a: 1}` tests its fields. */
function elementTest(criteria: Value): (element: Value) => boolean {
  if (!hasOperators(criteria) || Object.keys(criteria).some((name) => /^\$(and|or|nor)$/.test(name))) {
    const matches = compile(criteria as Document);
    return (element) => (isDocument(element) || isList(element)) && matches(element as Document);
  }
  const matches = compile({ element: criteria });
  return (element) => matches({ element });
}

function elementMatch(criteria: Value): Test {
  const matches = elementTest(criteria);
  return (value) => isList(value) && value.some(matches);
}

/** `$all`: each wanted value is found; none wanted, none match. */
const all: Operator = (path, operand) => {
  const wanted = (operand as readonly Value[]).map((item) =>
    hasOperators(item) ? elementMatchAt(path, item['$elemMatch']) : LEAF['$eq']?.(path, item),
  );
  return (document) => wanted.length > 0 && wanted.every((matches) => matches?.(document) === true);
};

/** `$exists` looks for a value; its negation asks that no branch of the path has one. */
const exists: Operator = (path, operand) => {
  const parts = path.split('.');
  const wanted = operand !== null && operand !== false && operand !== 0;
  return (document) => visitPath(document as Value, parts, (value) => value !== undefined) === wanted;
};

/** Flags belong to `$regex`; alone they say nothing. */
const always: Operator = () => () => true;

function mapOperators(table: Readonly<Record<string, (operand: Value) => Test>>, walk: Walk) {
  return Object.fromEntries(Object.entries(table).map(([name, test]) => [name, operator(walk, test)]));
}

const LEAF: Record<string, Operator> = mapOperators(LEAF_OPERATORS, visitLeaves);
const elementMatchAt = operator(visitPath, elementMatch);

/** mingo types an operator as the intersection of all of its own, which no function of ours can be. */
type MingoOperators = NonNullable<NonNullable<Parameters<typeof Context.init>[0]>['query']>;

const QUERY_OPERATORS: unknown = {
  $and,
  $or,
  $nor,
  $not,
  ...LEAF,
  ...mapOperators(WHOLE_OPERATORS, visitPath),
  $ne: negated(LEAF['$eq'] ?? always),
  $nin: negated(LEAF['$in'] ?? always),
  $elemMatch: elementMatchAt,
  $all: all,
  $exists: exists,
  $options: always,
};

const CONTEXT = Context.init({ query: QUERY_OPERATORS as MingoOperators });

function compile(query: Document): Matcher {
  const compiled = new Query(query as Record<string, unknown>, { context: CONTEXT });
  return (document) => compiled.test(document as Record<string, unknown>);
}

/**
 * Compiles a query once for many documents. mingo combines the conditions; the conditions themselves are ours,
 * because its own differ from MongoDB (order of fields in embedded documents, `$gte: null`, arrays within arrays).
 */
export function compileQuery(query: Document): Matcher {
  checkQuery(query);
  return Object.keys(query).length === 0 ? () => true : compile(query);
}
