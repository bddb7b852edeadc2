import assert from 'node:assert/strict';
import type { Check, CheckEnvironment } from '../check';
import { fill, refused } from '../expect';
import type { Data } from '../sdk';

const PROJECT = 'WeChat reference, Aggregate.project; MongoDB manual, $project';
const UNWIND = 'WeChat reference, Aggregate.unwind; MongoDB manual, $unwind';
const LOOKUP = 'WeChat reference, Aggregate.lookup; MongoDB manual, $lookup';
const BUCKET = 'WeChat reference, Aggregate.bucket; MongoDB manual, $bucket';
const FAILED = 'DATABASE_REQUEST_FAILED';

/** Asserts what one stage makes of documents. */
async function making(
  env: CheckEnvironment,
  about: { from: Data[]; stage: 'project' | 'addFields' | 'unwind' | 'bucket'; by: unknown; to: Data[] },
): Promise<void> {
  await fill(env.plain, about.from);
  const { list } = await env.plain.aggregate()[about.stage](about.by).end();
  assert.deepEqual(list, about.to);
}

/** Stages that change the shape of documents or join them with others. */
export const AGGREGATE_SHAPE_CHECKS: Check[] = [
  {
    name: 'project keeps and computes fields, and _id comes along',
    source: PROJECT,
    run: (env) =>
      making(env, {
        from: [{ a: 1, b: { c: 2, d: 3 }, e: 4 }],
        stage: 'project',
        by: { b: { c: 1 }, sum: env._.aggregate['add']?.(['$a', '$e']), text: 'as it is' },
        to: [{ _id: 0, b: { c: 2 }, sum: 5, text: 'as it is' }],
      }),
  },
  {
    name: 'project reaches into arrays of objects and leaves other elements out',
    source: PROJECT,
    run: (env) =>
      making(env, {
        from: [{ list: [{ a: 1, b: 2 }, 7, { b: 3 }] }],
        stage: 'project',
        by: { _id: 0, 'list.a': 1 },
        to: [{ list: [{ a: 1 }, {}] }],
      }),
  },
  {
    name: 'project with only zeros drops these fields',
    source: PROJECT,
    run: (env) =>
      making(env, {
        from: [{ a: 1, b: { c: 2, d: 3 } }],
        stage: 'project',
        by: { a: 0, 'b.c': false },
        to: [{ _id: 0, b: { d: 3 } }],
      }),
  },
  {
    name: 'project refuses to keep some fields and drop others',
    source: 'MongoDB: Cannot do exclusion on field b in inclusion projection',
    run: (env) =>
      refused(
        env.plain.aggregate().project({ a: 1, b: 0 }).end(),
        FAILED,
        'Cannot do exclusion on field b in inclusion projection',
      ),
  },
  {
    name: 'project refuses two rules for one field',
    source: 'MongoDB: Path collision',
    run: (env) =>
      refused(env.plain.aggregate().project({ a: 1, 'a.b': 1 }).end(), FAILED, 'Path collision at a.b'),
  },
  {
    name: 'addFields sets fields, also inside of objects and of each element',
    source: 'MongoDB manual, $addFields',
    run: (env) =>
      making(env, {
        from: [{ a: 1, list: [{ x: 1 }, { x: 2 }] }],
        stage: 'addFields',
        by: { a: '$list.x', 'list.y': true, 'o.p': 1 },
        to: [
          {
            _id: 0,
            a: [1, 2],
            list: [
              { x: 1, y: true },
              { x: 2, y: true },
            ],
            o: { p: 1 },
          },
        ],
      }),
  },
  {
    name: 'a computed field that comes to nothing is not there',
    source: 'MongoDB manual, $$REMOVE',
    run: (env) =>
      making(env, {
        from: [{ a: 1 }],
        stage: 'addFields',
        by: { a: '$$REMOVE', b: '$none' },
        to: [{ _id: 0 }],
      }),
  },
  {
    name: 'replaceRoot puts an embedded document in the place of the whole',
    source: 'WeChat reference, Aggregate.replaceRoot',
    async run({ plain }) {
      await fill(plain, [{ inner: { x: 1 } }]);
      assert.deepEqual((await plain.aggregate().replaceRoot({ newRoot: '$inner' }).end()).list, [{ x: 1 }]);
    },
  },
  {
    name: 'replaceRoot refuses what is no document',
    source: "MongoDB: 'newRoot' expression must evaluate to an object",
    async run({ plain }) {
      await fill(plain, [{ inner: 5 }]);
      const call = plain.aggregate().replaceRoot({ newRoot: '$inner' }).end();
      await refused(call, FAILED, "resulting value was: 5. Type of resulting value: 'int'");
    },
  },
  {
    name: 'unwind makes a document of each element and drops documents without any',
    source: UNWIND,
    run: (env) =>
      making(env, {
        from: [{ l: ['x', 'y'] }, { l: [] }, { l: null }, {}, { l: 'alone' }],
        stage: 'unwind',
        by: '$l',
        to: [
          { _id: 0, l: 'x' },
          { _id: 0, l: 'y' },
          { _id: 4, l: 'alone' },
        ],
      }),
  },
  {
    name: 'unwind keeps documents without elements and numbers the others where asked',
    source: UNWIND,
    run: (env) =>
      making(env, {
        from: [{ l: ['x', 'y'] }, { l: [] }, { l: null }],
        stage: 'unwind',
        by: { path: '$l', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true },
        to: [
          { _id: 0, l: 'x', at: 0 },
          { _id: 0, l: 'y', at: 1 },
          { _id: 1, at: null },
          { _id: 2, l: null, at: null },
        ],
      }),
  },
  {
    name: 'unwind wants a path with a dollar',
    source: "MongoDB: path option to $unwind stage should be prefixed with a '$'",
    run: (env) =>
      refused(env.plain.aggregate().unwind('l').end(), FAILED, "should be prefixed with a '$': l"),
  },
  {
    name: 'lookup joins by a field; an array joins each element, a missing field joins null',
    source: LOOKUP,
    async run({ plain, db }) {
      const other = db.collection('others');
      await other.add({ data: [{ _id: 'p', k: 1 }, { _id: 'q', k: [2, 3] }, { _id: 'r' }] });
      await fill(plain, [{ k: 1 }, { k: [1, 3] }, {}, { k: 9 }]);
      const { list } = await plain
        .aggregate()
        .lookup({ from: 'others', localField: 'k', foreignField: 'k', as: 'found' })
        .end();
      const ids = list.map(({ found }) => (found as Data[]).map(({ _id }) => _id));
      assert.deepEqual(ids, [['p'], ['p', 'q'], ['r'], []]);
    },
  },
  {
    name: 'lookup with a pipeline sees the variables of let, dates included',
    source: LOOKUP,
    async run({ plain, db, _ }) {
      const $ = _.aggregate;
      const other = db.collection('others');
      await other.add({ data: [1, 2, 3].map((n) => ({ _id: n, n, on: new Date(n * 1000) })) });
      await fill(plain, [{ least: 2 }, { least: 4 }]);
      const pipeline = $.pipeline()
        .match(_.expr($['gte']?.(['$n', '$$least'])))
        .match({ on: _.lt(new Date(3000)) })
        .project({ _id: 0, on: 1 })
        .done();
      const { list } = await plain
        .aggregate()
        .lookup({ from: 'others', let: { least: '$least' }, pipeline, as: 'found' })
        .project({ found: 1, _id: 0 })
        .end();
      assert.deepEqual(list, [{ found: [{ on: new Date(2000) }] }, { found: [] }]);
    },
  },
  {
    name: 'lookup of a collection that is not there finds nothing',
    source: 'MongoDB manual, $lookup; not tried against the platform',
    async run({ plain }) {
      await fill(plain, [{ k: 1 }]);
      const join = { from: 'nowhere', localField: 'k', foreignField: 'k', as: 'found' };
      const { list } = await plain.aggregate().lookup(join).end();
      assert.deepEqual(list, [{ _id: 0, k: 1, found: [] }]);
    },
  },
  {
    name: 'bucket gathers between boundaries, the lower one included',
    source: BUCKET,
    run: (env) =>
      making(env, {
        from: [{ n: 0 }, { n: 9 }, { n: 10 }, { n: 20 }, { n: 'x' }],
        stage: 'bucket',
        by: {
          ...{ groupBy: '$n', boundaries: [0, 10, 20], default: 'other' },
          output: { all: env._.aggregate['push']?.('$n') },
        },
        to: [
          { _id: 0, all: [0, 9] },
          { _id: 10, all: [10] },
          { _id: 'other', all: [20, 'x'] },
        ],
      }),
  },
  {
    name: 'bucket refuses a value that no bucket takes',
    source: 'MongoDB: $switch could not find a matching branch for an input, and no default was specified',
    async run({ plain }) {
      await fill(plain, [{ n: 30 }]);
      const call = plain
        .aggregate()
        .bucket({ groupBy: '$n', boundaries: [0, 10] })
        .end();
      await refused(call, FAILED, 'could not find a matching branch for an input');
    },
  },
  {
    name: 'bucket wants its boundaries in order and of one type',
    source: "MongoDB: The 'boundaries' option to $bucket must be sorted",
    async run({ plain }) {
      const bucket = (boundaries: unknown[]) => plain.aggregate().bucket({ groupBy: '$n', boundaries }).end();
      await refused(bucket([2, 1]), FAILED, 'must be sorted, but elements 0 and 1');
      await refused(bucket([2, 'x']), FAILED, 'Found conflicting types int and string');
    },
  },
  {
    name: 'bucketAuto cuts into buckets of about the same size and keeps equal values together',
    source: 'MongoDB manual, $bucketAuto',
    async run({ plain }) {
      await fill(
        plain,
        [1, 2, 2, 2, 5, 6].map((n) => ({ n })),
      );
      assert.deepEqual((await plain.aggregate().bucketAuto({ groupBy: '$n', buckets: 3 }).end()).list, [
        { _id: { min: 1, max: 5 }, count: 4 },
        { _id: { min: 5, max: 6 }, count: 2 },
      ]);
    },
  },
  {
    name: 'every type comes out of an aggregation as it went in',
    source: 'canonical EJSON both ways',
    async run({ plain }) {
      const data = { d: new Date(-5), n: null, big: 2 ** 40, half: 0.5, t: true, l: [1, 'x'] };
      await plain.doc('one').set({ data });
      assert.deepEqual((await plain.aggregate().limit(1).end()).list, [{ _id: 'one', ...data }]);
    },
  },
];
