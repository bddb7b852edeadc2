import { requestFailed } from '../failures';
import { compareInExpression } from '../expression/order';
import { kindOf, typeName } from '../values/kind';
import { show } from '../values/show';
import { isDocument, isList, type Document, type Value } from '../values/value';
import { readAccumulators, type Group } from './accumulate';
import { scopeOf, type StageCompiler } from './stage';

const COUNT: Document = { count: { $sum: 1 } };

/** Checks that `groupBy` is an expression and not a constant. */
export function checkGroupBy(name: string, groupBy: Value | undefined): Value {
  const isPath = typeof groupBy === 'string' && groupBy.startsWith('$');
  const isExpression = isDocument(groupBy) && Object.keys(groupBy).some((key) => key.startsWith('$'));
  if (groupBy !== undefined && (isPath || isExpression)) return groupBy;
  throw requestFailed(
    `The ${name} 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${show(groupBy)}.`,
  );
}

/** Reads the options of a stage that puts documents into buckets. */
export function bucketOptions(name: string, operand: Value, known: readonly string[]): Document {
  if (!isDocument(operand))
    throw requestFailed(`Argument to ${name} stage must be an object, but found type: ${typeName(operand)}.`);
  const unknown = Object.keys(operand).find((key) => !known.includes(key));
  if (unknown !== undefined) throw requestFailed(`Unrecognized option to ${name}: ${unknown}.`);
  const { output } = operand;
  if (output !== undefined && !isDocument(output))
    throw requestFailed(`The ${name} 'output' field must be an object, but found type: ${typeName(output)}.`);
  return { output: COUNT, ...operand };
}

function checkBoundaries(boundaries: Value | undefined): readonly Value[] {
  if (!isList(boundaries))
    throw requestFailed(
      `The $bucket 'boundaries' field must be an array, but found type: ${typeName(boundaries)}.`,
    );
  if (boundaries.length < 2)
    throw requestFailed(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${boundaries.length} value(s).`,
    );
  for (const [at, value] of boundaries.entries()) {
    const before = boundaries[at - 1];
    if (before === undefined) continue;
    if (kindOf(before) !== kindOf(value))
      throw requestFailed(
        `All values in the the 'boundaries' option to $bucket must have the same type. ` +
          `Found conflicting types ${typeName(before)} and ${typeName(value)}.`,
      );
    if (compareInExpression(before, value) >= 0)
      throw requestFailed(
        `The 'boundaries' option to $bucket must be sorted, but elements ${at - 1} and ${at} are not in ` +
          `ascending order (${show(before)} is not less than ${show(value)}).`,
      );
  }
  return boundaries;
}

function checkDefault(fallback: Value | undefined, boundaries: readonly Value[]): void {
  if (fallback === undefined) return;
  const below = compareInExpression(fallback, boundaries[0]) < 0;
  const above = compareInExpression(fallback, boundaries[boundaries.length - 1]) >= 0;
  if (!below && !above)
    throw requestFailed(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
}

/** The lower boundary of the bucket a value belongs to. */
function bucketOf(value: Value | undefined, boundaries: readonly Value[]): Value | undefined {
  for (let at = boundaries.length - 1; at >= 0; at--) {
    if (compareInExpression(value, boundaries[at]) >= 0) {
      return at === boundaries.length - 1 ? undefined : boundaries[at];
    }
  }
  return undefined;
}

/** `$bucket`: documents between given boundaries, the lower one included. */
export const bucketStage: StageCompiler = (operand, context) => {
  const options = bucketOptions('$bucket', operand, ['groupBy', 'boundaries', 'default', 'output']);
  const evaluate = context.compile(checkGroupBy('$bucket', options['groupBy']));
  const boundaries = checkBoundaries(options['boundaries']);
  const fallback = options['default'];
  checkDefault(fallback, boundaries);
  const start = readAccumulators(options['output'] as Document, context);
  return (documents, run) => {
    const buckets = new Map<Value, Group>();
    for (const document of documents) {
      const id = bucketOf(evaluate(scopeOf(document, run)), boundaries) ?? fallback;
      if (id === undefined)
        throw requestFailed(
          '$switch could not find a matching branch for an input, and no default was specified.',
        );
      const group = buckets.get(id) ?? start();
      buckets.set(id, group);
      group.add(document, run);
    }
    const sorted = [...buckets].sort(([left], [right]) => compareInExpression(left, right));
    return sorted.map(([id, group]) => group.result(id));
  };
};
