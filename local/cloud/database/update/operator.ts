import type { Value, MutableDocument } from '../values/value';

/** One update operator on one path of a document under change. Throws MongoDB's error, changes in place. */
export type UpdateOperator = (root: MutableDocument, path: string, operand: Value) => void;
