import { isDocument, isList, type Document, type MutableDocument, type Value } from './value';

/** A copy that may be changed without touching the stored document. */
export function cloneValue(value: Value): Value {
  if (isList(value)) return value.map(cloneValue);
  return isDocument(value) ? cloneDocument(value) : value;
}

/** A changeable copy of a document. */
export function cloneDocument(document: Document): MutableDocument {
  const copy: MutableDocument = {};
  for (const [name, value] of Object.entries(document)) copy[name] = cloneValue(value);
  return copy;
}
