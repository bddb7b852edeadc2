import { requestFailed } from '../failures';
import { compileQuery } from '../query/matcher';
import { isPosition } from '../query/lookup';
import { fieldOf, isDocument, isList, type Document, type Value } from '../values/value';

/** Whether a path names elements by `$`, the one the query matched, or `$[]`, all of them. */
export function isPositional(path: string): boolean {
  return path.includes('$');
}

function valueAt(document: Document, parts: readonly string[]): Value | undefined {
  let value: Value | undefined = document;
  for (const part of parts) {
    if (isDocument(value)) value = fieldOf(value, part);
    else value = isList(value) && isPosition(part) ? value[Number(part)] : undefined;
  }
  return value;
}

/** The conditions of a query that are on an array or on fields of its elements, as tests of one element. */
function elementTests(query: Document, path: string): ((element: Value) => boolean)[] {
  return Object.entries(query).flatMap(([name, condition]) => {
    if (name === '$and' && isList(condition)) {
      return condition.flatMap((part) => (isDocument(part) ? elementTests(part, path) : []));
    }
    if (name !== path && !name.startsWith(`${path}.`)) return [];
    const below = name === path ? 'element' : `element${name.slice(path.length)}`;
    const matches = compileQuery({ [below]: condition });
    // `$elemMatch` speaks of the array: the element is looked at as an array of one too.
    return [(element: Value) => matches({ element }) || matches({ element: [element] })];
  });
}

function matchedPosition(document: Document, path: string, query: Document): number {
  const list = valueAt(document, path.split('.'));
  const [first] = elementTests(query, path);
  const at = isList(list) && first !== undefined ? list.findIndex(first) : -1;
  if (at < 0) throw requestFailed('The positional operator did not find the match needed from the query.');
  return at;
}

function expand(document: Document, done: readonly string[], query: Document): string[] {
  const at = done.findIndex((part) => part.startsWith('$'));
  const part = done[at];
  if (part === undefined) return [done.join('.')];
  const before = done.slice(0, at);
  const put = (position: number) =>
    expand(document, [...before, String(position), ...done.slice(at + 1)], query);
  if (part === '$') return put(matchedPosition(document, before.join('.'), query));
  if (part !== '$[]') {
    throw requestFailed(
      `No array filter found for identifier '${part.slice(2, -1)}' in path '${done.join('.')}'`,
    );
  }
  const list = valueAt(document, before);
  if (list === undefined)
    throw requestFailed(
      `The path '${before.join('.')}' must exist in the document in order to apply array updates.`,
    );
  if (!isList(list))
    throw requestFailed(`Cannot apply array updates to non-array element ${before.join('.')}`);
  return list.flatMap((_, position) => put(position));
}

/** The paths without `$` that a path stands for in one document, which was found by `query`. */
export function resolvePaths(document: Document, path: string, query: Document): string[] {
  const parts = path.split('.');
  const [first = ''] = parts;
  if (first.startsWith('$') || !parts.some((part) => part === '$' || part.startsWith('$['))) return [path];
  return expand(document, parts, query);
}
