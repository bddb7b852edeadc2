import assert from 'node:assert/strict';
import type { Check } from '../check';
import { refused } from '../expect';

const GUIDE = 'WeChat guide, "query and update arrays and nested objects"';

/** Updates of elements that the query matched, or of all. */
export const POSITIONAL_CHECKS: Check[] = [
  {
    name: 'a dollar in an update is the first element that the query matched',
    source: GUIDE,
    async run({ plain, _ }) {
      await plain.doc('one').set({
        data: {
          n: [1, 20, 30, 20],
          items: [
            { k: 'a', n: 1 },
            { k: 'b', n: 1 },
          ],
        },
      });
      await plain.where({ n: 20 }).update({ data: { 'n.$': 25 } });
      await plain.where({ 'items.k': 'b' }).update({ data: { 'items.$.n': _.inc(5) } });
      const { data } = await plain.doc('one').get();
      const items = [
        { k: 'a', n: 1 },
        { k: 'b', n: 6 },
      ];
      assert.deepEqual(data, { _id: 'one', n: [1, 25, 30, 20], items });
    },
  },
  {
    name: 'a dollar in an update also follows elemMatch',
    source: 'MongoDB manual, the positional $ operator',
    async run({ plain, _ }) {
      await plain.doc('one').set({
        data: {
          items: [
            { k: 'a', n: 1 },
            { k: 'a', n: 9 },
          ],
        },
      });
      const found = plain.where({ items: _.elemMatch({ k: 'a', n: _.gt(5) }) });
      await found.update({ data: { 'items.$.hit': true } });
      const { data } = await plain.doc('one').get();
      assert.deepEqual(data?.['items'], [
        { k: 'a', n: 1 },
        { k: 'a', n: 9, hit: true },
      ]);
    },
  },
  {
    name: 'a dollar without a condition on the array is refused',
    source: 'MongoDB: The positional operator did not find the match needed from the query',
    async run({ plain }) {
      await plain.doc('one').set({ data: { n: [1] } });
      const text = 'The positional operator did not find the match needed from the query.';
      await refused(plain.doc('one').update({ data: { 'n.$': 2 } }), -502001, text);
      await refused(plain.where({ _id: 'one' }).update({ data: { 'n.$': 2 } }), -502001, text);
    },
  },
  {
    name: 'a dollar with brackets is every element, whatever the query matched',
    source: 'developers.weixin.qq.com community, "$[]" updates all elements (tried by two developers)',
    async run({ plain, _ }) {
      await plain.doc('one').set({ data: { n: [10, 11], items: [{ n: 1 }, { n: 2 }] } });
      await plain.where({ n: 10 }).update({ data: { 'n.$[]': 12, 'items.$[].n': _.inc(1) } });
      const { data } = await plain.doc('one').get();
      assert.deepEqual(data, { _id: 'one', n: [12, 12], items: [{ n: 2 }, { n: 3 }] });
    },
  },
  {
    name: 'a dollar with brackets needs an array',
    source: 'MongoDB: Cannot apply array updates to non-array element',
    async run({ plain }) {
      await plain.doc('one').set({ data: { n: 5 } });
      const call = plain.doc('one').update({ data: { 'n.$[]': 2 } });
      await refused(call, -502001, 'Cannot apply array updates to non-array element n');
    },
  },
];
