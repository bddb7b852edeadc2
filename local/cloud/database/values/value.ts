import { Binary, ObjectId } from 'bson';

/** What a document may hold: BSON's types as JavaScript values; every number is a double. */
export type Value =
  null | boolean | number | string | Date | RegExp | ObjectId | Binary | readonly Value[] | Document;

/** A document or a part of one. Stored documents are never changed in place. */
export interface Document {
  readonly [field: string]: Value;
}

/** A document under construction. */
export interface MutableDocument {
  [field: string]: Value;
}

/** Whether `value` is a plain document: no array, date, pattern, id or binary. */
export function isDocument(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp) &&
    !(value instanceof ObjectId) &&
    !(value instanceof Binary)
  );
}

/** Whether `value` is an array of values. */
export function isList(value: unknown): value is readonly Value[] {
  return Array.isArray(value);
}

/** The value of an own field, or undefined where it is missing. */
export function fieldOf(document: Document, name: string): Value | undefined {
  return Object.hasOwn(document, name) ? document[name] : undefined;
}
