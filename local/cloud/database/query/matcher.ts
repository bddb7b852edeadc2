import { compileExpression } from '../expression/compile';
import { isTrue, type Variables } from '../expression/expression';
import { isDocument, isList, type Document, type Value } from '../values/value';
import { compileField, type FieldTest } from './field-condition';
import { visitSelf } from './lookup';
import { checkQuery, hasOperators } from './validate';

/** Decides whether a document matches; `variables` are those of a `$lookup` around the query. */
export type Matcher = (document: Document, variables?: Variables) => boolean;

const NO_NAMES: ReadonlySet<string> = new Set();

function every(matchers: readonly Matcher[]): Matcher {
  const [first, second] = matchers;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (document, variables) => {
    for (const matches of matchers) if (!matches(document, variables)) return false;
    return true;
  };
}

function some(matchers: readonly Matcher[]): Matcher {
  return (document, variables) => matchers.some((matches) => matches(document, variables));
}

function negate(matches: Matcher): Matcher {
  return (document, variables) => !matches(document, variables);
}

const LOGICAL: ReadonlyMap<string, (matchers: readonly Matcher[]) => Matcher> = new Map([
  ['$and', every],
  ['$or', some],
  ['$nor', (matchers: readonly Matcher[]) => negate(some(matchers))],
]);

/** `$expr`: an aggregation expression that comes out true. */
function expression(operand: Value, names: ReadonlySet<string>): Matcher {
  const evaluate = compileExpression(operand, names);
  return (document, variables) => isTrue(evaluate({ root: document, variables }));
}

function compileEntry(name: string, condition: Value, names: ReadonlySet<string>): Matcher {
  if (name === '$expr') return expression(condition, names);
  const combine = LOGICAL.get(name);
  if (combine === undefined) return compileField(name, condition, elementTest);
  return combine((condition as readonly Document[]).map((part) => compile(part, names)));
}

function compile(query: Document, names: ReadonlySet<string>): Matcher {
  return every(Object.entries(query).map(([name, condition]) => compileEntry(name, condition, names)));
}

/** One element of an array: `{$gt: 1}` tests the element itself, `{a: 1}` tests its fields. */
function elementTest(criteria: Value): FieldTest {
  if (!hasOperators(criteria) || Object.keys(criteria).some((name) => LOGICAL.has(name))) {
    const matches = compile(criteria as Document, NO_NAMES);
    return (element) => (isDocument(element) || isList(element)) && matches(element as Document);
  }
  return compileField('', criteria, elementTest, visitSelf);
}

/** Compiles a query once for many documents; refuses what MongoDB refuses. `names` are variables for `$expr`. */
export function compileQuery(query: Document, names: ReadonlySet<string> = NO_NAMES): Matcher {
  checkQuery(query);
  return compile(query, names);
}
