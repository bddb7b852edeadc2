import { fieldOf, isDocument, type Document, type MutableDocument, type Value } from '../values/value';

/** The document with one field set, or removed by undefined; embedded documents appear where they are missing. */
export function withField(document: Document, parts: readonly string[], value: Value | undefined): Document {
  const [name = '', ...rest] = parts;
  const result: MutableDocument = { ...document };
  const current = fieldOf(document, name);
  const next =
    rest.length === 0
      ? value
      : withField(current !== undefined && isDocument(current) ? current : {}, rest, value);
  if (next === undefined) Reflect.deleteProperty(result, name);
  else result[name] = next;
  return result;
}
