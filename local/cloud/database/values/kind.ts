import { Binary, ObjectId } from 'bson';
import { isDocument, isList, type Value } from './value';

/** MongoDB's order of types; numbers of the enum are its "canonical type" order. */
export enum Kind {
  Null = 5,
  Number = 10,
  String = 15,
  Object = 20,
  Array = 25,
  Binary = 30,
  ObjectId = 35,
  Boolean = 40,
  Date = 45,
  Pattern = 50,
}

/** The kind of a value; a missing one sorts as null. */
export function kindOf(value: Value | undefined): Kind {
  if (value === undefined || value === null) return Kind.Null;
  if (typeof value === 'number') return Kind.Number;
  if (typeof value === 'string') return Kind.String;
  if (typeof value === 'boolean') return Kind.Boolean;
  if (isList(value)) return Kind.Array;
  if (value instanceof Date) return Kind.Date;
  if (value instanceof RegExp) return Kind.Pattern;
  if (value instanceof ObjectId) return Kind.ObjectId;
  if (value instanceof Binary) return Kind.Binary;
  return Kind.Object;
}

const NAMES: Record<Exclude<Kind, Kind.Number>, string> = {
  [Kind.Null]: 'null',
  [Kind.String]: 'string',
  [Kind.Object]: 'object',
  [Kind.Array]: 'array',
  [Kind.Binary]: 'binData',
  [Kind.ObjectId]: 'objectId',
  [Kind.Boolean]: 'bool',
  [Kind.Date]: 'date',
  [Kind.Pattern]: 'regex',
};

const INT32 = 2 ** 31;

/** MongoDB's name of the value's type, as its messages show it. */
export function typeName(value: Value | undefined): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) return 'double';
    return value >= -INT32 && value < INT32 ? 'int' : 'long';
  }
  return NAMES[kindOf(value) as Exclude<Kind, Kind.Number>];
}

/** Whether the value is an embedded document or an array. */
export function isContainer(value: Value | undefined): boolean {
  return isList(value) || isDocument(value);
}
