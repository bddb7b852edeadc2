import assert from 'node:assert/strict';
import type { Check } from '../check';
import { codeOf, fill, idsOf, refused } from '../expect';

/** What a get answers: order, page, fields; and what counts and multi-updates touch. */
export const RESULT_CHECKS: Check[] = [
  {
    name: 'orderBy sorts by several fields, each in its direction',
    source: 'WeChat Collection.orderBy',
    async run({ plain }) {
      await fill(plain, [
        { a: 1, b: 1 },
        { a: 2, b: 1 },
        { a: 1, b: 2 },
        { a: 2, b: 2 },
      ]);
      assert.deepEqual(await idsOf(plain.orderBy('a', 'desc').orderBy('b', 'asc')), [1, 3, 0, 2]);
    },
  },
  {
    name: 'orderBy sorts types in the order of MongoDB, missing as null',
    source: 'MongoDB manual, comparison and sort order',
    async run({ plain }) {
      const at = new Date(0);
      await fill(plain, [{ v: at }, { v: true }, { v: { a: 1 } }, { v: 'a' }, { v: 10 }, { v: 9 }, {}]);
      assert.deepEqual(await idsOf(plain.orderBy('v', 'asc')), [6, 5, 4, 3, 2, 1, 0]);
    },
  },
  {
    name: 'an array sorts by its least element ascending and its greatest descending',
    source: 'MongoDB manual, sort on array fields',
    async run({ plain }) {
      await fill(plain, [{ v: [5, 1] }, { v: 3 }, { v: [4, 2] }]);
      assert.deepEqual(await idsOf(plain.orderBy('v', 'asc')), [0, 2, 1]);
      assert.deepEqual(await idsOf(plain.orderBy('v', 'desc')), [0, 2, 1]);
    },
  },
  {
    name: 'equal documents keep the order in which they were added',
    source: 'natural order; a stable sort',
    async run({ plain }) {
      await fill(plain, [{ v: 1 }, { v: 0 }, { v: 1 }, { v: 0 }]);
      assert.deepEqual(await idsOf(plain.orderBy('v', 'asc')), [1, 3, 0, 2]);
    },
  },
  {
    name: 'skip and limit cut a page out of the sorted result',
    source: 'WeChat Collection.skip and limit',
    async run({ plain }) {
      await fill(plain, [{ n: 3 }, { n: 1 }, { n: 2 }, { n: 0 }]);
      assert.deepEqual(await idsOf(plain.orderBy('n', 'asc').skip(1).limit(2)), [1, 2]);
      assert.deepEqual(await idsOf(plain.skip(4)), []);
    },
  },
  {
    name: 'a get without a limit answers 100 documents and never more than 1000',
    source: 'wx-server-sdk 4.0.2: 100 by default, at most 1000',
    needs: 'local',
    async run({ plain, raw }) {
      await fill(
        plain,
        Array.from({ length: 1005 }, (_, n) => ({ n })),
      );
      assert.equal((await plain.get()).data.length, 100);
      assert.equal((await plain.limit(5000).get()).data.length, 1000);
      const request = { collectionName: 'plain', queryType: 'WHERE' };
      const lengthOf = async (limit: object) => {
        const { data } = (await raw('database.getDocument', { ...request, ...limit })) as {
          data: { list: unknown[] };
        };
        return data.list.length;
      };
      assert.deepEqual([await lengthOf({}), await lengthOf({ limit: 2000 })], [100, 1000]);
      assert.equal(codeOf(await raw('database.getDocument', { ...request, offset: -1 })), 'INVALID_PARAM');
    },
  },
  {
    name: 'field keeps only the named fields and the _id',
    source: 'WeChat Collection.field',
    async run({ plain }) {
      await plain.add({ data: { _id: 'x', a: 1, b: { c: 2, d: 3 }, e: [{ f: 1, g: 2 }, 5] } });
      const { data } = await plain.field({ 'b.c': true, 'e.f': true }).get();
      assert.deepEqual(data, [{ _id: 'x', b: { c: 2 }, e: [{ f: 1 }] }]);
      assert.deepEqual((await plain.doc('x').field({ a: true, _id: false }).get()).data, { a: 1 });
    },
  },
  {
    name: 'field may leave named fields out instead',
    source: 'WeChat Collection.field',
    async run({ plain }) {
      await plain.add({ data: { _id: 'x', a: 1, b: { c: 2, d: 3 } } });
      assert.deepEqual((await plain.field({ a: false, 'b.d': false }).get()).data, [
        { _id: 'x', b: { c: 2 } },
      ]);
    },
  },
  {
    name: 'field may cut a part out of an array or take its first matching element',
    source: 'WeChat Command.project; MongoDB manual, $slice and $elemMatch projection',
    async run({ plain }) {
      await plain.add({ data: { _id: 'x', l: [1, 2, 3], m: [{ n: 1 }, { n: 5 }, { n: 9 }], o: 1 } });
      const cut = async (fields: object) => (await plain.field({ ...fields }).get()).data[0];
      assert.deepEqual((await cut({ l: { $slice: -2 }, m: false, o: false }))?.['l'], [2, 3]);
      assert.deepEqual(await cut({ l: { $slice: [1, 1] }, o: true }), { _id: 'x', l: [2], o: 1 });
      assert.deepEqual(await cut({ m: { $elemMatch: { n: { $gt: 1 } } } }), { _id: 'x', m: [{ n: 5 }] });
    },
  },
  {
    name: 'keeping some fields and leaving out others at once is refused',
    source: 'MongoDB: Cannot do exclusion in inclusion projection',
    async run({ plain }) {
      await plain.add({ data: { a: 1 } });
      await assert.rejects(plain.field({ a: true, b: false }).get(), /-502001.*inclusion and exclusion/s);
    },
  },
  {
    name: 'count counts matches and, without a condition, everything',
    source: 'WeChat Collection.count',
    async run({ plain, _ }) {
      await fill(plain, [{ n: 1 }, { n: 2 }, { n: 3 }]);
      assert.equal((await plain.count()).total, 3);
      assert.equal((await plain.where({ n: _.gt(1) }).count()).total, 2);
    },
  },
  {
    name: 'where().update changes every match and counts those that became different',
    source: 'WeChat Collection.update',
    async run({ plain, _ }) {
      await fill(plain, [{ n: 1 }, { n: 2 }, { n: 3, done: true }]);
      assert.equal((await plain.where({ n: _.gt(1) }).update({ data: { done: true } })).stats.updated, 1);
      assert.equal((await plain.where({ done: true }).count()).total, 2);
    },
  },
  {
    name: 'where().update keeps what it changed before a document that refuses the update',
    source: 'MongoDB manual, updateMany: each document by itself, no transaction over all of them',
    async run({ plain, _ }) {
      await fill(plain, [{ n: 1 }, { n: 'text' }, { n: 3 }]);
      const call = plain.where({ n: _.exists(true) }).update({ data: { n: _.inc(10) } });
      await refused(call, -502001, 'non-numeric type string');
      const { data } = await plain.orderBy('_id', 'asc').get();
      assert.deepEqual(
        data.map(({ n }) => n),
        [11, 'text', 3],
      );
    },
  },
  {
    name: 'where().remove removes every match',
    source: 'WeChat Collection.remove',
    async run({ plain, _ }) {
      await fill(plain, [{ n: 1 }, { n: 2 }, { n: 3 }]);
      assert.equal((await plain.where({ n: _.lt(3) }).remove()).stats.removed, 2);
      assert.deepEqual((await plain.get()).data, [{ _id: 2, n: 3 }]);
    },
  },
];
