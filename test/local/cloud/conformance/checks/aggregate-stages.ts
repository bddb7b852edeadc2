import assert from 'node:assert/strict';
import type { Check, CheckEnvironment } from '../check';
import { fill, refused } from '../expect';

const STAGES = 'WeChat reference, Aggregate; MongoDB manual, aggregation stages';
const GROUP = 'WeChat reference, Aggregate.group; MongoDB manual, $group';

const SALES = [
  { shop: 'a', n: 1, tag: 'x' },
  { shop: 'b', n: 5, tag: null },
  { shop: 'a', n: 3, tag: 'x' },
  { n: 'none' },
];

const aggregate = ({ plain }: CheckEnvironment) => plain.aggregate();

/** Stages that choose, order and gather documents. */
export const AGGREGATE_STAGE_CHECKS: Check[] = [
  {
    name: 'aggregate answers twenty documents when it has no limit of its own',
    source: 'reports of developers (community knowledge); every later experience agrees',
    async run(env) {
      await fill(
        env.plain,
        Array.from({ length: 25 }, (_, n) => ({ n })),
      );
      assert.equal((await aggregate(env).sort({ n: 1 }).end()).list.length, 20);
    },
  },
  {
    name: 'limit lifts the bound of twenty documents',
    source: 'reports of developers (community knowledge)',
    async run(env) {
      await fill(
        env.plain,
        Array.from({ length: 25 }, (_, n) => ({ n })),
      );
      assert.equal((await aggregate(env).limit(1000).end()).list.length, 25);
    },
  },
  {
    name: 'match at the beginning chooses documents as where does',
    source: STAGES,
    async run(env) {
      await fill(env.plain, SALES);
      const { list } = await aggregate(env)
        .match({ n: env._.gt(2) })
        .match({ shop: 'a' })
        .end();
      assert.deepEqual(list, [{ _id: 2, shop: 'a', n: 3, tag: 'x' }]);
    },
  },
  {
    name: 'match after other stages filters what they made',
    source: STAGES,
    async run(env) {
      const { sum } = env._.aggregate;
      await fill(env.plain, SALES);
      const grouped = aggregate(env).group({ _id: '$shop', total: sum?.('$n') });
      assert.deepEqual((await grouped.match({ total: env._.gt(4) }).end()).list, [{ _id: 'b', total: 5 }]);
    },
  },
  {
    name: 'a group gathers sums, averages, bounds, lists and sets',
    source: GROUP,
    async run(env) {
      const { sum, avg, min, max, push, addToSet } = env._.aggregate;
      await fill(env.plain, SALES);
      const { list } = await aggregate(env)
        .match({ shop: 'a' })
        .group({
          _id: '$shop',
          sum: sum?.('$n'),
          count: sum?.(1),
          avg: avg?.('$n'),
          bounds: push?.({ n: '$n' }),
          least: min?.('$n'),
          most: max?.('$n'),
          tags: addToSet?.('$tag'),
        })
        .end();
      const bounds = [{ n: 1 }, { n: 3 }];
      const figures = { sum: 4, count: 2, avg: 2, bounds, least: 1, most: 3 };
      assert.deepEqual(list, [{ _id: 'a', ...figures, tags: ['x'] }]);
    },
  },
  {
    name: 'documents without the field to group by are the group of null',
    source: GROUP,
    async run(env) {
      await fill(env.plain, SALES);
      const { list } = await aggregate(env).group({ _id: '$shop' }).sort({ _id: 1 }).end();
      assert.deepEqual(list, [{ _id: null }, { _id: 'a' }, { _id: 'b' }]);
    },
  },
  {
    name: 'groups by several fields are told apart by all of them',
    source: GROUP,
    async run(env) {
      await fill(env.plain, [{ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 1, b: 1 }, { a: 1 }]);
      const { list } = await aggregate(env)
        .group({ _id: { a: '$a', b: '$b' }, n: env._.aggregate['sum']?.(1) })
        .sort({ n: -1 })
        .limit(1)
        .end();
      assert.deepEqual(list, [{ _id: { a: 1, b: 1 }, n: 2 }]);
    },
  },
  {
    name: 'a sum counts what is no number as nothing, an average of nothing is null',
    source: GROUP,
    async run(env) {
      const { sum, avg } = env._.aggregate;
      await fill(env.plain, [{ n: 'x' }, { n: null }, {}, { n: [1] }]);
      const { list } = await aggregate(env)
        .group({ _id: null, sum: sum?.('$n'), avg: avg?.('$n') })
        .end();
      assert.deepEqual(list, [{ _id: null, sum: 0, avg: null }]);
    },
  },
  {
    name: 'push leaves missing values out, first and last answer null for them',
    source: GROUP,
    async run(env) {
      const { push, first, last } = env._.aggregate;
      await fill(env.plain, [{ n: 7 }, { n: null }, {}]);
      const { list } = await aggregate(env)
        .group({ _id: null, all: push?.('$n'), first: first?.('$n'), last: last?.('$n') })
        .end();
      assert.deepEqual(list, [{ _id: null, all: [7, null], first: 7, last: null }]);
    },
  },
  {
    name: 'deviations are of the whole or of a sample',
    source: 'MongoDB manual, $stdDevPop and $stdDevSamp',
    async run(env) {
      const { stdDevPop, stdDevSamp } = env._.aggregate;
      await fill(
        env.plain,
        [2, 4, 4, 4, 5, 5, 7, 9].map((n) => ({ n })),
      );
      const { list } = await aggregate(env)
        .group({ _id: null, whole: stdDevPop?.('$n'), sample: stdDevSamp?.('$n') })
        .end();
      assert.deepEqual(
        list.map(({ whole, sample }) => [whole, Number(sample).toFixed(6)]),
        [[2, '2.138090']],
      );
    },
  },
  {
    name: 'a group needs an _id',
    source: 'MongoDB: a group specification must include an _id',
    async run(env) {
      await refused(
        aggregate(env)
          .group({ n: env._.aggregate['sum']?.(1) })
          .end(),
        'DATABASE_REQUEST_FAILED',
        'a group specification must include an _id',
      );
    },
  },
  {
    name: 'an accumulator must be known, and takes one expression',
    source: 'MongoDB: unknown group operator; The $sum accumulator is a unary operator',
    async run(env) {
      const group = (n: unknown) => aggregate(env).group({ _id: null, n }).end();
      await refused(group({ $add: [1, 2] }), 'DATABASE_REQUEST_FAILED', "unknown group operator '$add'");
      await refused(
        group({ $sum: ['$a', '$b'] }),
        'DATABASE_REQUEST_FAILED',
        'The $sum accumulator is a unary operator',
      );
      await refused(group('$n'), 'DATABASE_REQUEST_FAILED', "The field 'n' must be an accumulator object");
    },
  },
  {
    name: 'sort orders by type first, missing with null, an empty array before all',
    source: 'MongoDB manual, comparison and sort order',
    async run(env) {
      await fill(env.plain, [
        { v: 'b' },
        { v: 2 },
        {},
        { v: true },
        { v: [] },
        { v: new Date(1) },
        { v: [9, 1] },
      ]);
      const { list } = await aggregate(env).sort({ v: 1, _id: 1 }).end();
      assert.deepEqual(
        list.map(({ _id }) => _id),
        [4, 2, 6, 1, 0, 3, 5],
      );
    },
  },
  {
    name: 'sort takes 1 and -1 only',
    source: 'MongoDB: $sort key ordering must be 1 (for ascending) or -1 (for descending)',
    run: (env) =>
      refused(aggregate(env).sort({ n: 2 }).end(), 'DATABASE_REQUEST_FAILED', '$sort key ordering must be 1'),
  },
  {
    name: 'skip and limit take a page',
    source: STAGES,
    async run(env) {
      await fill(
        env.plain,
        [0, 1, 2, 3, 4].map((n) => ({ n })),
      );
      const { list } = await aggregate(env).sort({ n: -1 }).skip(1).limit(2).end();
      assert.deepEqual(
        list.map(({ n }) => n),
        [3, 2],
      );
    },
  },
  {
    name: 'a limit of zero is refused',
    source: 'MongoDB: the limit must be positive',
    run: (env) =>
      refused(aggregate(env).limit(0).end(), 'DATABASE_REQUEST_FAILED', 'the limit must be positive'),
  },
  {
    name: 'count answers one document, and none for nothing',
    source: 'MongoDB manual, $count',
    async run(env) {
      assert.deepEqual((await aggregate(env).count('n').end()).list, []);
      await fill(env.plain, SALES);
      assert.deepEqual((await aggregate(env).count('n').end()).list, [{ n: 4 }]);
    },
  },
  {
    name: 'sortByCount ranks values by how often they come',
    source: 'MongoDB manual, $sortByCount',
    async run(env) {
      await fill(env.plain, [{ v: 'a' }, { v: 'b' }, { v: 'b' }]);
      assert.deepEqual((await aggregate(env).sortByCount('$v').end()).list, [
        { _id: 'b', count: 2 },
        { _id: 'a', count: 1 },
      ]);
    },
  },
  {
    name: 'sample draws so many documents, none of them twice',
    source: 'MongoDB manual, $sample',
    async run(env) {
      await fill(
        env.plain,
        Array.from({ length: 12 }, (_, n) => ({ n })),
      );
      const { list } = await aggregate(env).sample({ size: 8 }).end();
      assert.equal(new Set(list.map(({ n }) => n)).size, 8);
    },
  },
  {
    name: 'a stage that MongoDB does not know is refused',
    source: 'MongoDB: Unrecognized pipeline stage name',
    needs: 'local',
    async run({ raw }) {
      const stages = [{ stageKey: '$shuffle', stageValue: '{}' }];
      const answer = await raw('database.aggregateDocuments', { collectionName: 'plain', stages });
      assert.match(String(answer['message']), /Unrecognized pipeline stage name: '\$shuffle'/);
    },
  },
  {
    name: 'an aggregation of a collection that is not there is refused, with its code kept and errCode -1',
    source: 'experiment with the SDK: aggregate().end() throws the original error',
    async run({ db }) {
      const call = db.collection('nowhere').aggregate().end();
      await refused(call, 'DATABASE_COLLECTION_NOT_EXIST', 'Db or Table not exist');
      await refused(db.collection('nowhere').aggregate().end(), -1, 'Db or Table not exist');
    },
  },
];
