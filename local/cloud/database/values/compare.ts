import { Binary, ObjectId } from 'bson';
import { Kind, kindOf } from './kind';
import { isDocument, isList, type Document, type Value } from './value';

function order<T extends string | number>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** NaN is below every number and equal to itself. */
function compareNumbers(left: number, right: number): number {
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
  return Number.isNaN(right) ? 1 : order(left, right);
}

/** By code point, which is the order of the UTF-8 bytes that MongoDB compares. */
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  const shortest = Math.min(left.length, right.length);
  for (let at = 0; at < shortest; at++) {
    if (left.charCodeAt(at) !== right.charCodeAt(at)) {
      return order(left.codePointAt(at) ?? 0, right.codePointAt(at) ?? 0);
    }
  }
  return order(left.length, right.length);
}

function compareLists(left: readonly Value[], right: readonly Value[]): number {
  const shortest = Math.min(left.length, right.length);
  for (let at = 0; at < shortest; at++) {
    const result = compareValues(left[at], right[at]);
    if (result !== 0) return result;
  }
  return order(left.length, right.length);
}

/** Field by field in stored order: type, then name, then value. */
function compareDocuments(left: Document, right: Document): number {
  const ours = Object.entries(left);
  const theirs = Object.entries(right);
  for (const [at, [name, value]] of ours.entries()) {
    const other = theirs[at];
    if (other === undefined) return 1;
    const result =
      order(kindOf(value), kindOf(other[1])) || compareText(name, other[0]) || compareValues(value, other[1]);
    if (result !== 0) return result;
  }
  return order(ours.length, theirs.length);
}

function compareBinary(left: Binary, right: Binary): number {
  return (
    order(left.length(), right.length()) ||
    order(left.sub_type, right.sub_type) ||
    order(left.toString('hex'), right.toString('hex'))
  );
}

/** MongoDB's total order of values (negative, zero, positive); missing equals null. */
export function compareValues(left: Value | undefined, right: Value | undefined): number {
  const kinds = order(kindOf(left), kindOf(right));
  if (kinds !== 0) return kinds;
  if (typeof left === 'number') return compareNumbers(left, right as number);
  if (typeof left === 'string') return compareText(left, right as string);
  if (typeof left === 'boolean') return order(Number(left), Number(right));
  if (left instanceof Date) return order(left.getTime(), (right as Date).getTime());
  if (isList(left)) return compareLists(left, right as readonly Value[]);
  if (left instanceof ObjectId) return order(left.toHexString(), (right as ObjectId).toHexString());
  if (left instanceof Binary) return compareBinary(left, right as Binary);
  if (left instanceof RegExp) return order(String(left), String(right as RegExp));
  return isDocument(left) ? compareDocuments(left, right as Document) : 0;
}

/** Same type class and same value; the order of an embedded document's fields counts, as in MongoDB. */
export function equalValues(left: Value | undefined, right: Value | undefined): boolean {
  return kindOf(left) === Kind.Null ? kindOf(right) === Kind.Null : compareValues(left, right) === 0;
}
