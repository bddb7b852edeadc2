import { requestFailed } from '../failures';
import { show } from '../values/show';
import { isDocument, isList, type Document, type MutableDocument, type Value } from '../values/value';
import { listed, single, typeOf } from './arguments';
import { isNothing, type Operator } from './expression';

/** Adds the fields of one more document; null and missing add nothing. */
export function mergeInto(result: MutableDocument, value: Value | undefined): void {
  if (isNothing(value)) return;
  if (!isDocument(value)) {
    throw requestFailed(
      `$mergeObjects requires object inputs, but input ${show(value)} is of type ${typeOf(value)}`,
    );
  }
  Object.assign(result, value);
}

const merge = listed('$mergeObjects', [0, Infinity], (values) => {
  const result: MutableDocument = {};
  for (const value of values) mergeInto(result, value);
  return result;
});

const toArray = single('$objectToArray', (value) => {
  if (isNothing(value)) return null;
  if (!isDocument(value))
    throw requestFailed(`$objectToArray requires a document input, found: ${typeOf(value)}`);
  return Object.entries(value).map(([k, v]) => ({ k, v }));
});

function fieldName(name: Value | undefined): string {
  if (typeof name !== 'string') {
    throw requestFailed(
      `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeOf(name)}`,
    );
  }
  if (name.includes('\u0000') || name === '__proto__')
    throw requestFailed('Key field cannot contain an embedded null byte');
  return name;
}

function entryOf(element: Value): readonly [string, Value] {
  if (isList(element)) {
    const [name, value] = element;
    if (element.length !== 2)
      throw requestFailed(
        `$arrayToObject requires an array of size 2 arrays,found array of size: ${element.length}`,
      );
    return [fieldName(name), value ?? null];
  }
  if (!isDocument(element))
    throw requestFailed(`Unrecognised input type format for $arrayToObject: ${typeOf(element)}`);
  const { k, v } = element;
  if (Object.keys(element).length !== 2 || k === undefined || v === undefined) {
    throw requestFailed(
      "$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:" +
        String(Object.keys(element).length),
    );
  }
  return [fieldName(k), v];
}

const toObject = single('$arrayToObject', (value): Document | null => {
  if (isNothing(value)) return null;
  if (!isList(value)) throw requestFailed(`$arrayToObject requires an array input, found: ${typeOf(value)}`);
  return Object.fromEntries(value.map(entryOf));
});

/** Operators on embedded documents. */
export const OBJECT_OPERATORS: Readonly<Record<string, Operator>> = {
  $mergeObjects: merge,
  $objectToArray: toArray,
  $arrayToObject: toObject,
};
