import { fieldOf, isDocument, isList, type Value } from '../values/value';

/** Called for each value a path reaches; undefined is a missing field. True ends the walk. */
export type Visit = (value: Value | undefined) => boolean;

/** Leads from a value along a path to what is to be visited. */
export type Walk = (from: Value, parts: readonly string[], visit: Visit) => boolean;

const INDEX = /^(0|[1-9]\d*)$/;

/** Whether a path component addresses an array position. */
export function isPosition(part: string): boolean {
  return INDEX.test(part);
}

function walkList(list: readonly Value[], parts: readonly string[], at: number, visit: Visit): boolean {
  const part = parts[at] ?? '';
  if (isPosition(part)) {
    const element = list[Number(part)];
    if (element !== undefined && walk(element, parts, at + 1, visit)) return true;
  }
  return list.some((element) => isDocument(element) && walk(element, parts, at, visit));
}

function walk(value: Value | undefined, parts: readonly string[], at: number, visit: Visit): boolean {
  const part = parts[at];
  if (part === undefined) return visit(value);
  if (isList(value)) return walkList(value, parts, at, visit);
  return isDocument(value) ? walk(fieldOf(value, part), parts, at + 1, visit) : visit(undefined);
}

/** Visits what MongoDB finds at a path, going through arrays of documents on the way; a final array stays whole. */
export function visitPath(document: Value, parts: readonly string[], visit: Visit): boolean {
  return walk(document, parts, 0, visit);
}

/** As visitPath, and a final array is visited element by element before it is visited as a whole. */
export function visitLeaves(document: Value, parts: readonly string[], visit: Visit): boolean {
  const [name] = parts;
  if (parts.length === 1 && name !== undefined && isDocument(document)) {
    // The usual case, a field of the document that is no array, without a walk.
    const value = fieldOf(document, name);
    if (!isList(value)) return visit(value);
  }
  return visitPath(document, parts, (value) => (isList(value) && value.some(visit)) || visit(value));
}

/** Visits the value itself, whatever it is. */
export function visitSelf(value: Value, _: readonly string[], visit: Visit): boolean {
  return visit(value);
}
