import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import { compilePipeline } from '../../../../local/cloud/database/aggregate/pipeline';
import { compileQuery } from '../../../../local/cloud/database/query/matcher';
import { isDocument, isList, type Document, type Value } from '../../../../local/cloud/database/values/value';

/**
 * mingo is another implementation of MongoDB's language. Where it agrees with MongoDB (values that are there and
 * have the type an operator wants) it must agree with ours.
 */
const context = Context.init({
  accumulator: accumulators,
  expression: expressions,
  pipeline,
  projection: projections,
  query: queries,
} as Parameters<typeof Context.init>[0]);

/** mingo changes what it is given, and does not tell -0 from 0 as MongoDB does. */
function copy(value: Value): Value {
  if (value === 0) return 0;
  if (isList(value)) return value.map(copy);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copy(field)]));
}

function theirs(documents: Document[], stages: object[]): Value {
  return new Aggregator(stages as never, { context }).run(documents.map(copy) as never) as Value;
}

function ours(documents: Document[], stages: object[]): Value {
  const none = () => {
    throw new Error('only one collection');
  };
  const find = (_: string, { query }: { query: Document }) =>
    documents.filter((one) => compileQuery(query)(one));
  const run = { source: { find, near: none }, variables: undefined, random: () => 0 };
  return compilePipeline(stages as Value[])('things', run);
}

const number = fc.integer({ min: -20, max: 20 });
const text = fc.constantFrom('a', 'Bc', '李四', 'x y', 'aab');
const thing = fc.record({
  n: number,
  m: fc.integer({ min: 1, max: 9 }),
  s: text,
  l: fc.array(number, { maxLength: 5 }),
  k: fc.constantFrom('x', 'y', 'z'),
  d: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
  o: fc.record({ p: number, q: text }),
  i: fc.array(fc.record({ p: number, q: text }), { maxLength: 3 }),
});
const things = fc
  .array(thing, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((one, _id): Document => ({ _id, ...one })));

const numeric: fc.Arbitrary<Value> = fc.letrec<{ n: Value }>((tie) => ({
  n: fc.oneof(
    { depthSize: 'small' },
    number,
    fc.constantFrom<Value>(
      '$n',
      '$m',
      '$o.p',
      { $size: '$l' },
      { $strLenCP: '$s' },
      { $sum: '$l' },
      { $hour: '$d' },
    ),
    fc
      .tuple(fc.constantFrom('$add', '$multiply', '$subtract'), tie('n'), tie('n'))
      .map(([name, a, b]) => ({ [name]: [a, b] })),
    fc.tuple(fc.constantFrom('$abs', '$ceil', '$floor'), tie('n')).map(([name, a]) => ({ [name]: a })),
    tie('n').map((a) => ({ $divide: [a, '$m'] })),
    tie('n').map((a) => ({ $trunc: [a, 0] })),
    tie('n').map((a) => ({ $mod: [a, '$m'] })),
    fc.tuple(tie('n'), tie('n'), tie('n')).map(([a, b, c]) => ({ $cond: [{ $gt: [a, b] }, b, c] })),
    tie('n').map((a) => ({ $reduce: { input: '$l', initialValue: a, in: { $add: ['$$value', '$$this'] } } })),
    tie('n').map((a) => ({ $let: { vars: { v: a }, in: { $add: ['$$v', '$$v'] } } })),
    tie('n').map((a) => ({ $indexOfArray: ['$l', a] })),
  ),
})).n;
const textual = fc.constantFrom<Value>(
  '$s',
  { $concat: ['$s', '-', '$k'] },
  { $toUpper: '$k' },
  { $substrCP: ['$s', 0, 2] },
  { $dateToString: { date: '$d', format: '%Y-%m-%d %H:%M:%S.%L', timezone: '+08:00' } },
  { $dateToString: { date: '$d', format: '%V %j %u' } },
);
const listing = fc.oneof(
  fc.constantFrom<Value>(
    '$l',
    '$i.p',
    { $slice: ['$l', 2] },
    { $slice: ['$l', -2] },
    { $slice: ['$l', 1, 2] },
    { $concatArrays: ['$l', '$i.p'] },
    { $reverseArray: '$l' },
    { $range: [0, '$m', 2] },
    { $split: ['$s', 'a'] },
    { $setDifference: ['$l', [1, 2, 3]] },
    { $map: { input: '$i', as: 'e', in: '$$e.q' } },
    { $zip: { inputs: ['$l', '$l'] } },
    { $objectToArray: '$o' },
  ),
  numeric.map((a) => ({ $filter: { input: '$l', as: 'e', cond: { $lte: ['$$e', a] } } })),
  numeric.map((a) => ({ $map: { input: '$l', as: 'e', in: { $add: ['$$e', a] } } })),
);
const condition = fc.oneof(
  number.map((n) => ({ n: { $gte: n } })),
  number.map((n) => ({ l: n })),
  number.map((n) => ({ 'i.p': { $lt: n } })),
  number.map((n) => ({ l: { $elemMatch: { $gt: n, $lt: n + 5 } } })),
  fc.tuple(number, text).map(([n, s]) => ({ $or: [{ n }, { 'o.q': s }] })),
  numeric.map((a) => ({ $expr: { $gt: [a, '$n'] } })),
);
const stage = fc.oneof(
  condition.map(($match) => ({ $match })),
  fc.tuple(numeric, textual, listing).map(([a, b, c]) => ({
    $project: { n: 1, m: 1, s: 1, l: 1, k: 1, d: 1, o: 1, i: 1, a: { $add: [a, 0] }, b, c },
  })),
  fc.tuple(numeric, listing).map(([a, c]) => ({ $addFields: { a, 'o.c': c } })),
  fc.constantFrom<object>(
    { $sort: { k: 1, n: -1, _id: 1 } },
    { $skip: 1 },
    { $limit: 4 },
    { $project: { 'o.q': 0 } },
  ),
);
const ending = fc.oneof(
  numeric.map((a) => [
    {
      $group: {
        _id: '$k',
        sum: { $sum: a },
        avg: { $avg: '$n' },
        least: { $min: '$s' },
        all: { $push: '$l' },
        last: { $last: '$n' },
      },
    },
    { $sort: { _id: 1 } },
  ]),
  fc.constantFrom<object[]>(
    [{ $unwind: '$l' }, { $sort: { _id: 1 } }],
    [{ $unwind: { path: '$i', preserveNullAndEmptyArrays: true } }, { $project: { i: 1, n: 1 } }],
    [{ $sortByCount: '$k' }, { $sort: { count: -1, _id: 1 } }],
    [{ $replaceRoot: { newRoot: { $mergeObjects: ['$o', { k: '$k' }] } } }],
    [],
  ),
);

describe('an aggregation', () => {
  test('comes out as another implementation has it', () => {
    fc.assert(
      fc.property(things, fc.array(stage, { maxLength: 3 }), ending, (documents, stages, last) => {
        const all = [...stages, ...last];
        expect(copy(ours(documents, all))).toEqual(copy(theirs(documents, all)));
      }),
      { numRuns: 400 },
    );
  });
});
