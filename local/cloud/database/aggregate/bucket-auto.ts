import { requestFailed } from '../failures';
import { compareInExpression } from '../expression/order';
import type { Document, Value } from '../values/value';
import { readAccumulators } from './accumulate';
import { bucketOptions, checkGroupBy } from './bucket';
import { scopeOf, type StageCompiler } from './stage';

interface Keyed {
  readonly key: Value;
  readonly document: Document;
}

function countOf(buckets: Value | undefined): number {
  if (typeof buckets !== 'number' || !Number.isInteger(buckets))
    throw requestFailed("The $bucketAuto 'buckets' field must be representable as a 32-bit integer");
  if (buckets <= 0)
    throw requestFailed(`The $bucketAuto 'buckets' field must be greater than 0, but found: ${buckets}`);
  return buckets;
}

/** Cuts sorted values into at most so many parts of about the same size; equal values stay together. */
function cut(sorted: readonly Keyed[], count: number): (readonly Keyed[])[] {
  const size = Math.max(1, Math.round(sorted.length / count));
  const parts: (readonly Keyed[])[] = [];
  for (let from = 0; from < sorted.length;) {
    let to = parts.length === count - 1 ? sorted.length : Math.min(sorted.length, from + size);
    while (to < sorted.length && compareInExpression(sorted[to]?.key, sorted[to - 1]?.key) === 0) to++;
    parts.push(sorted.slice(from, to));
    from = to;
  }
  return parts;
}

/** `$bucketAuto`: boundaries are chosen so that the buckets are about equally full. */
export const bucketAutoStage: StageCompiler = (operand, context) => {
  const options = bucketOptions('$bucketAuto', operand, ['groupBy', 'buckets', 'output', 'granularity']);
  const evaluate = context.compile(checkGroupBy('$bucketAuto', options['groupBy']));
  const count = countOf(options['buckets']);
  if (options['granularity'] !== undefined)
    throw requestFailed("$bucketAuto 'granularity' is not answered by the local cloud");
  const start = readAccumulators(options['output'] as Document, context);
  return (documents, run) => {
    const keyed = documents.map((document) => ({ document, key: evaluate(scopeOf(document, run)) ?? null }));
    const parts = cut(
      keyed.sort((left, right) => compareInExpression(left.key, right.key)),
      count,
    );
    return parts.map((part, at) => {
      const group = start();
      for (const { document } of part) group.add(document, run);
      const min = part[0]?.key ?? null;
      const max = parts[at + 1]?.[0]?.key ?? part[part.length - 1]?.key ?? null;
      return group.result({ min, max });
    });
  };
};
