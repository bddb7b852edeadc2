import { isDocument, isList, type Document, type Value } from '../values/value';
import { hasOperators } from './validate';

/** Signs for the operators that an index can serve; others are named. */
const SIGNS: Readonly<Record<string, string>> = {
  $eq: '=',
  $in: '=',
  $gt: '<>',
  $gte: '<>',
  $lt: '<>',
  $lte: '<>',
};

function signOf(condition: Value): string {
  if (!hasOperators(condition)) return condition instanceof RegExp ? '$regex' : '=';
  return [
    ...new Set(Object.keys(condition).map((name) => (Object.hasOwn(SIGNS, name) ? SIGNS[name] : name))),
  ].join(' ');
}

/** A query without its values: what it asks about each field, in words that are equal for equal questions. */
export function shapeOf(query: Document): string {
  const parts = Object.entries(query).map(([name, condition]) => {
    if (isList(condition) && name.startsWith('$')) {
      const branches = condition.map((part) => (isDocument(part) ? shapeOf(part) : '?'));
      return `${name} [${[...new Set(branches)].join(', ')}]`;
    }
    return name === '$expr' ? name : `${name} ${signOf(condition)}`;
  });
  return `{${parts.sort().join(', ')}}`;
}
