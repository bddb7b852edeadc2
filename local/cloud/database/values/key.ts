import { Binary, ObjectId } from 'bson';
import { Kind, kindOf } from './kind';
import { isList, type Document, type Value } from './value';

/** One letter for each kind, in MongoDB's order of types. */
const TAGS: Record<Kind, string> = {
  [Kind.Null]: 'B',
  [Kind.Number]: 'C',
  [Kind.String]: 'D',
  [Kind.Object]: 'E',
  [Kind.Array]: 'F',
  [Kind.Binary]: 'G',
  [Kind.ObjectId]: 'H',
  [Kind.Boolean]: 'I',
  [Kind.Date]: 'J',
  [Kind.Pattern]: 'K',
};

/** Key of an empty array, which MongoDB indexes below null. */
export const EMPTY_ARRAY_KEY = 'A';

/** Sorts after every key that begins with the same prefix: no tag reaches it. */
export const AFTER_PREFIX = 'Z';

/** Ends a text, an object and an array; sorts below everything they may hold. */
const END = '\u0001';

/** SQLite cuts text at NUL, so the lowest three characters are written as two. */
function escapeText(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) =>
    control > '\u0002' ? control : `\u0002${String.fromCharCode(control.charCodeAt(0) + 2)}`,
  );
}

const scratch = new DataView(new ArrayBuffer(8));

/** Sixteen hex digits that sort as the number does; NaN first, -0 as 0. */
function numberKey(value: number): string {
  if (Number.isNaN(value)) return '0000000000000000';
  scratch.setFloat64(0, value === 0 ? 0 : value);
  const bits = scratch.getBigUint64(0);
  const sortable = bits >> 63n === 0n ? bits | (1n << 63n) : ~bits & 0xffffffffffffffffn;
  return sortable.toString(16).padStart(16, '0');
}

function objectKey(document: Document): string {
  const fields = Object.entries(document).map(
    ([name, value]) => `${TAGS[kindOf(value)]}${escapeText(name)}${END}${encodeKey(value)}`,
  );
  return fields.join('') + END;
}

function payload(value: Value): string {
  if (typeof value === 'number') return numberKey(value);
  if (typeof value === 'string') return escapeText(value) + END;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (value === null) return '';
  if (isList(value)) return value.map(encodeKey).join('') + END;
  if (value instanceof Date) return numberKey(value.getTime());
  if (value instanceof ObjectId) return value.toHexString();
  if (value instanceof Binary) {
    return `${numberKey(value.length())}${numberKey(value.sub_type)}${value.toString('hex')}${END}`;
  }
  if (value instanceof RegExp) return escapeText(String(value)) + END;
  return objectKey(value);
}

/** Text that is equal for equal values, sorts as MongoDB sorts them, and is never the prefix of another. */
export function encodeKey(value: Value): string {
  return TAGS[kindOf(value)] + payload(value);
}

/** The bounds [from, to) that hold the keys of all values of this value's type. */
export function typeBounds(value: Value): [string, string] {
  const tag = TAGS[kindOf(value)];
  return [tag, String.fromCharCode(tag.charCodeAt(0) + 1)];
}
