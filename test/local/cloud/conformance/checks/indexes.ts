import assert from 'node:assert/strict';
import type { Check } from '../check';
import { fill, idsOf, refused } from '../expect';

const E11000 = 'E11000 duplicate key error collection: local.indexed index: unique_code dup key: ';

/** Unique and compound indexes from the index file. */
export const INDEX_CHECKS: Check[] = [
  {
    name: 'a second document with a unique key is refused by the name of the index',
    source: 'MongoDB E11000',
    async run({ indexed }) {
      await indexed.add({ data: { code: 'a' } });
      await refused(indexed.add({ data: { code: 'a' } }), -502001, `${E11000}{ code: "a" }`);
      assert.equal((await indexed.count()).total, 1);
    },
  },
  {
    name: 'a missing unique field counts as null, so there is room for one',
    source: 'WeChat guide to database indexes',
    async run({ indexed }) {
      await indexed.add({ data: { a: 1 } });
      await refused(indexed.add({ data: { a: 2 } }), -502001, `${E11000}{ code: null }`);
      await refused(indexed.add({ data: { code: null } }), -502001, `${E11000}{ code: null }`);
    },
  },
  {
    name: 'keys of different types do not collide',
    source: 'MongoDB compares by type first',
    async run({ indexed }) {
      await indexed.add({ data: [{ code: 1 }, { code: '1' }, { code: true }, { code: new Date(1) }] });
      await refused(indexed.add({ data: { code: true } }), -502001, 'E11000');
    },
  },
  {
    name: 'an update and a set that would repeat a unique key are refused',
    source: 'MongoDB E11000',
    async run({ indexed }) {
      await indexed.add({
        data: [
          { _id: 'x', code: 'a' },
          { _id: 'y', code: 'b' },
        ],
      });
      await refused(indexed.doc('y').update({ data: { code: 'a' } }), -502001, E11000);
      await refused(indexed.doc('z').set({ data: { code: 'b' } }), -502001, E11000);
      assert.deepEqual(await idsOf(indexed.where({ code: 'b' })), ['y']);
    },
  },
  {
    name: 'a key is free again after its document changed or went',
    source: 'MongoDB unique indexes',
    async run({ indexed }) {
      await indexed.add({
        data: [
          { _id: 'x', code: 'a' },
          { _id: 'y', code: 'b' },
        ],
      });
      await indexed.doc('x').update({ data: { code: 'c' } });
      await indexed.doc('y').remove();
      await indexed.add({ data: [{ code: 'a' }, { code: 'b' }] });
      assert.equal((await indexed.count()).total, 3);
    },
  },
  {
    name: 'each element of an array is a key of its own',
    source: 'MongoDB multikey indexes',
    async run({ indexed }) {
      await indexed.add({ data: { _id: 'x', code: ['a', 'b', 'a'] } });
      await refused(indexed.add({ data: { code: 'b' } }), -502001, `${E11000}{ code: "b" }`);
      assert.deepEqual(await idsOf(indexed.where({ code: 'b' })), ['x']);
    },
  },
  {
    name: 'a compound key over one array pairs the fields of each element',
    source: 'MongoDB compound multikey indexes',
    async run({ db }) {
      const pairs = db.collection('pairs');
      await pairs.add({
        data: {
          lines: [
            { a: 1, b: 1 },
            { a: 2, b: 2 },
          ],
        },
      });
      await pairs.add({ data: { lines: [{ a: 1, b: 2 }] } });
      await refused(pairs.add({ data: { lines: [{ a: 2, b: 2 }] } }), -502001, '{ lines.a: 2, lines.b: 2 }');
    },
  },
  {
    name: 'of several documents added at once those before the refused one stay',
    source: 'MongoDB: ordered inserts',
    async run({ indexed }) {
      const data = [
        { _id: 'x', code: 'a' },
        { _id: 'y', code: 'a' },
        { _id: 'z', code: 'c' },
      ];
      await refused(indexed.add({ data }), -502001, E11000);
      assert.deepEqual((await indexed.get()).data, [{ _id: 'x', code: 'a' }]);
    },
  },
  {
    name: 'of twenty adds of one key at the same time exactly one succeeds',
    source: 'MongoDB unique indexes; experiment with the SDK',
    async run({ indexed }) {
      const tries = Array.from({ length: 20 }, (_, by) => indexed.add({ data: { code: 'same', by } }));
      const done = await Promise.allSettled(tries);
      assert.equal(done.filter((one) => one.status === 'fulfilled').length, 1);
    },
  },
  {
    name: 'a compound index answers equality, ranges and alternatives as a scan would',
    source: 'MongoDB compound indexes',
    async run(env) {
      const { indexed, _ } = env;
      const rows = [1, 2, 3].flatMap((day) =>
        ['am', 'pm'].map((shift) => ({ code: `${day}${shift}`, day, shift })),
      );
      await fill(indexed, rows);
      assert.deepEqual(await idsOf(indexed.where({ day: 2, shift: 'pm' })), [3]);
      assert.deepEqual(await idsOf(indexed.where({ day: _.gt(1).and(_.lte(2)) })), [2, 3]);
      assert.deepEqual(await idsOf(indexed.where({ day: _.in([3, 1]), shift: 'am' })), [0, 4]);
      assert.deepEqual(await idsOf(indexed.where({ day: _.lt(2), shift: _.neq('am') })), [1]);
    },
  },
  {
    name: 'indexes hold after a restart',
    source: 'durability of an answered write',
    durable: true,
    needs: 'local',
    async run(env) {
      await env.indexed.add({ data: { _id: 'x', code: ['a', 'b'] } });
      await env.restart();
      await refused(env.indexed.add({ data: { code: 'b' } }), -502001, E11000);
      assert.deepEqual(await idsOf(env.indexed.where({ code: 'a' })), ['x']);
    },
  },
];
