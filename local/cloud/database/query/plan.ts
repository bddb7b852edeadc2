import { AFTER_PREFIX, encodeKey, typeBounds } from '../values/key';
import { Kind, kindOf } from '../values/kind';
import { isDocument, isList, type Document, type Value } from '../values/value';
import { hasOperators } from './validate';

/** Keys from (inclusive) to (exclusive). */
export interface KeyRange {
  from: string;
  to: string;
}

/** How to find a superset of the matching documents. */
export type Plan =
  | { by: 'id'; ids: readonly Value[] }
  | { by: 'index'; index: PlannedIndex; ranges: readonly KeyRange[] }
  | { by: 'scan' };

/** What the planner must know of an index. */
export interface PlannedIndex {
  readonly id: number;
  readonly paths: readonly string[];
  /** True once any document had an array under a key: then only one condition at a time can be trusted. */
  readonly multikey: boolean;
}

/** What the conjunction says of one field: the values it may equal, or one lower and one upper bound. */
interface Constraint {
  equal?: readonly Value[];
  lower?: { value: Value; inclusive: boolean };
  upper?: { value: Value; inclusive: boolean };
}

/** More look-ups than this cost more than reading everything. */
const MAXIMUM_RANGES = 200;

/** Null also matches missing, and containers compare by structure: those are left to the scan. */
const INDEXABLE: ReadonlySet<Kind> = new Set([
  Kind.Number,
  Kind.String,
  Kind.Boolean,
  Kind.Date,
  Kind.ObjectId,
]);

function indexable(value: Value): boolean {
  return INDEXABLE.has(kindOf(value)) && !Number.isNaN(value);
}

function addOperator(constraint: Constraint, name: string, operand: Value): void {
  if (name === '$eq' && indexable(operand)) constraint.equal ??= [operand];
  if (name === '$in' && isList(operand) && operand.every(indexable)) constraint.equal ??= operand;
  if (!indexable(operand)) return;
  if (name === '$gt' || name === '$gte') constraint.lower ??= { value: operand, inclusive: name === '$gte' };
  if (name === '$lt' || name === '$lte') constraint.upper ??= { value: operand, inclusive: name === '$lte' };
}

function collect(query: Document, constraints: Map<string, Constraint>): void {
  for (const [path, condition] of Object.entries(query)) {
    if (path === '$and' && isList(condition)) {
      for (const part of condition) if (isDocument(part)) collect(part, constraints);
    }
    if (path.startsWith('$')) continue;
    const constraint = constraints.get(path) ?? {};
    constraints.set(path, constraint);
    const operators: Document = hasOperators(condition) ? condition : { $eq: condition };
    for (const [name, operand] of Object.entries(operators)) addOperator(constraint, name, operand);
  }
}

function boundsOf(constraint: Constraint, multikey: boolean): KeyRange | undefined {
  const { lower, upper } = constraint;
  const sample = lower ?? upper;
  if (sample === undefined) return undefined;
  const [first, beyond] = typeBounds(sample.value);
  const low = lower && encodeKey(lower.value) + (lower.inclusive ? '' : AFTER_PREFIX);
  const high = upper && encodeKey(upper.value) + (upper.inclusive ? AFTER_PREFIX : '');
  if (low !== undefined && (multikey || high === undefined)) return { from: low, to: beyond };
  return { from: low ?? first, to: high ?? beyond };
}

function extend(prefixes: readonly string[], values: readonly Value[]): string[] {
  return prefixes.flatMap((prefix) => values.map((value) => prefix + encodeKey(value)));
}

/** The ranges an index offers and how many of its fields they use (twice for equality, once for a bound). */
function rangesOf(index: PlannedIndex, constraints: ReadonlyMap<string, Constraint>) {
  let prefixes = [''];
  let score = 0;
  for (const path of index.multikey ? index.paths.slice(0, 1) : index.paths) {
    const constraint = constraints.get(path);
    if (constraint?.equal === undefined) {
      const bounds = constraint && boundsOf(constraint, index.multikey);
      if (bounds === undefined) break;
      const ranges = prefixes.map((prefix) => ({ from: prefix + bounds.from, to: prefix + bounds.to }));
      return { ranges, score: score + 1 };
    }
    prefixes = extend(prefixes, constraint.equal);
    score += 2;
    if (prefixes.length > MAXIMUM_RANGES) return { ranges: [], score: 0 };
  }
  return { ranges: prefixes.map((prefix) => ({ from: prefix, to: prefix + AFTER_PREFIX })), score };
}

/** The fields of a query that an index could serve: those that equal something, and those with bounds. */
export function indexablePaths(query: Document): { equal: string[]; bounded: string[] } {
  const constraints = new Map<string, Constraint>();
  collect(query, constraints);
  const paths = [...constraints];
  const bounded = paths.filter(([, { equal, lower, upper }]) => equal === undefined && (lower ?? upper));
  return {
    equal: paths.filter(([, { equal }]) => equal !== undefined).map(([path]) => path),
    bounded: bounded.map(([path]) => path),
  };
}

/** Chooses look-ups by `_id`, else the index that uses most of the query, else everything. */
export function planQuery(query: Document, indexes: readonly PlannedIndex[]): Plan {
  const constraints = new Map<string, Constraint>();
  collect(query, constraints);
  const ids = constraints.get('_id')?.equal;
  if (ids !== undefined) return { by: 'id', ids };
  let best: Plan = { by: 'scan' };
  let bestScore = 0;
  for (const index of indexes) {
    const { ranges, score } = rangesOf(index, constraints);
    if (score > bestScore) {
      best = { by: 'index', index, ranges };
      bestScore = score;
    }
  }
  return best;
}
