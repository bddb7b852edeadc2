import assert from 'node:assert/strict';
import type { Check } from '../check';
import { refusing, updating } from '../expect';

const MANUAL = 'MongoDB manual, array update operators';

/** Update operators on arrays. */
export const ARRAY_UPDATE_CHECKS: Check[] = [
  {
    name: 'push appends one value, several, or starts a missing array',
    source: 'WeChat Command.push',
    run: (env) =>
      updating(env, {
        from: { a: [1], b: [1] },
        by: { a: env._.push(2), b: env._.push([2, 3]), c: env._.push([1]) },
        to: { a: [1, 2], b: [1, 2, 3], c: [1] },
      }),
  },
  {
    name: 'push takes more values than a call has room for',
    source: 'MongoDB: an array is limited by the size of its document only',
    async run({ plain, _ }) {
      const each = Array.from({ length: 200_000 }, (_value, at) => at);
      await plain.add({ data: { _id: 'one', a: [] } });
      await plain.doc('one').update({ data: { a: _.push(each) } });
      assert.equal((await plain.where({ a: _.size(each.length) }).count()).total, 1);
    },
  },
  {
    name: 'push puts values at a position, also counted from the end',
    source: MANUAL,
    run: (env) =>
      updating(env, {
        from: { a: [1, 2], b: [1, 2], c: [1] },
        by: {
          a: env._.push({ each: [8, 9], position: 1 }),
          b: env._.push({ each: [9], position: -1 }),
          c: env._.push({ each: [9], position: 50 }),
        },
        to: { a: [1, 8, 9, 2], b: [1, 9, 2], c: [1, 9] },
      }),
  },
  {
    name: 'push sorts by value or by field',
    source: MANUAL,
    run: (env) =>
      updating(env, {
        from: { a: [3, 1], b: [{ n: 2 }, { n: 9 }] },
        by: { a: env._.push({ each: [2], sort: -1 }), b: env._.push({ each: [{ n: 5 }], sort: { n: 1 } }) },
        to: { a: [3, 2, 1], b: [{ n: 2 }, { n: 5 }, { n: 9 }] },
      }),
  },
  {
    name: 'push keeps a slice from either end, after sorting',
    source: MANUAL,
    run: (env) =>
      updating(env, {
        from: { a: [1, 2], b: [1, 2] },
        by: { a: env._.push({ each: [3], slice: 2 }), b: env._.push({ each: [3], sort: -1, slice: -2 }) },
        to: { a: [1, 2], b: [2, 1] },
      }),
  },
  {
    name: 'push on what is no array is refused',
    source: 'MongoDB: The field must be an array',
    run: (env) =>
      refusing(env, {
        from: { a: 'x' },
        by: { a: env._.push(1) },
        text: `The field 'a' must be an array but is of type string in document {_id: "one"}`,
      }),
  },
  {
    name: 'pop takes the last and shift the first element',
    source: 'WeChat Command.pop and shift',
    run: (env) =>
      updating(env, {
        from: { a: [1, 2, 3], b: [1, 2, 3], c: [] },
        by: { a: env._.pop(), b: env._.shift(), c: env._.pop(), d: env._.pop() },
        to: { a: [1, 2], b: [2, 3], c: [] },
      }),
  },
  {
    name: 'pop on what is no array is refused',
    source: 'MongoDB: contains an element of non-array type',
    run: (env) => refusing(env, { from: { a: 1 }, by: { a: env._.pop() }, text: `non-array type 'int'` }),
  },
  {
    name: 'unshift puts values in front, in their order',
    source: 'WeChat Command.unshift',
    run: (env) => updating(env, { from: { a: [1] }, by: { a: env._.unshift([8, 9]) }, to: { a: [8, 9, 1] } }),
  },
  {
    name: 'pull removes equal values and those that meet a condition',
    source: 'WeChat Command.pull',
    run: (env) =>
      updating(env, {
        from: {
          a: [1, 2, 1],
          b: [1, 5, 9],
          c: [
            { k: 1, n: 5 },
            { k: 1, n: 1 },
            { k: 2, n: 9 },
          ],
        },
        by: { a: env._.pull(1), b: env._.pull(env._.gte(5)), c: env._.pull({ k: 1, n: env._.gt(2) }) },
        to: {
          a: [2],
          b: [1],
          c: [
            { k: 1, n: 1 },
            { k: 2, n: 9 },
          ],
        },
      }),
  },
  {
    name: 'pull on what is no array is refused',
    source: 'MongoDB: Cannot apply $pull to a non-array value',
    run: (env) =>
      refusing(env, {
        from: { a: 1 },
        by: { a: env._.pull(1) },
        text: 'Cannot apply $pull to a non-array value',
      }),
  },
  {
    name: 'pullAll removes each of the values and takes no conditions',
    source: MANUAL,
    run: (env) =>
      updating(env, { from: { a: [1, 2, 3, 2] }, by: { a: env._.pullAll([2, 3]) }, to: { a: [1] } }),
  },
  {
    name: 'addToSet adds only what is not there',
    source: MANUAL,
    run: (env) =>
      updating(env, {
        from: { a: [1], b: [{ x: 1, y: 2 }] },
        by: {
          a: env._.addToSet({ $each: [1, 2, 2] }),
          b: env._.addToSet({ y: 2, x: 1 }),
          c: env._.addToSet(5),
        },
        to: {
          a: [1, 2],
          b: [
            { x: 1, y: 2 },
            { y: 2, x: 1 },
          ],
          c: [5],
        },
      }),
  },
  {
    name: 'addToSet on what is no array is refused',
    source: 'MongoDB: Cannot apply $addToSet to non-array field',
    run: (env) =>
      refusing(env, {
        from: { a: 'x' },
        by: { a: env._.addToSet(1) },
        text: 'Cannot apply $addToSet to non-array field',
      }),
  },
];
