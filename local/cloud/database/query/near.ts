import { requestFailed } from '../failures';
import { readNearSphere, type Near } from '../geo/distance';
import { isDocument, isList, type Document, type Value } from '../values/value';
import { hasOperators } from './validate';

/** A query without its "near", and the "near" where it has one. */
export interface Split {
  readonly rest: Document;
  readonly near: Near | undefined;
}

function asksNear(condition: Value): condition is Document {
  return (
    hasOperators(condition) && (condition['$near'] !== undefined || condition['$nearSphere'] !== undefined)
  );
}

/** Whether there is a "near" to take out; most queries have none and are left as they are. */
function hasNear(query: Document): boolean {
  for (const name in query) {
    const condition = query[name] ?? null;
    if (name === '$and' && isList(condition)) {
      if (condition.some((part) => isDocument(part) && hasNear(part))) return true;
    } else if (!name.startsWith('$') && asksNear(condition)) return true;
  }
  return false;
}

function collect(query: Document, found: Near[]): Document {
  const rest = Object.entries(query).flatMap(([name, condition]): [string, Value][] => {
    if (name === '$and' && isList(condition)) {
      const parts = condition.map((part) => (isDocument(part) ? collect(part, found) : part));
      const left = parts.filter((part) => !isDocument(part) || Object.keys(part).length > 0);
      return left.length === 0 && condition.length > 0 ? [] : [[name, left]];
    }
    if (name.startsWith('$') || !asksNear(condition)) return [[name, condition]];
    found.push(readNearSphere(name, condition));
    return [];
  });
  return Object.fromEntries(rest);
}

/** Takes `$nearSphere` out of a query: it may stand once, at the top or in its `$and`. */
export function splitNear(query: Document): Split {
  if (!hasNear(query)) return { rest: query, near: undefined };
  const found: Near[] = [];
  const rest = collect(query, found);
  const [near, more] = found;
  if (more !== undefined) throw requestFailed('Too many geoNear expressions');
  return { rest, near };
}
