import type { Value } from '../values/value';
import type { Draft } from './draft';

/** One update operator on one path of a document under change. Throws MongoDB's error, changes in place. */
export type UpdateOperator = (draft: Draft, path: string, operand: Value) => void;
