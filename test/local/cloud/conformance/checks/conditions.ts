import assert from 'node:assert/strict';
import type { Check } from '../check';
import { fill, idsOf, matching } from '../expect';

const PEOPLE = [
  { name: 'An', age: 4, tags: ['a', 'b'] },
  { name: 'bo', age: 40, tags: ['b'] },
  { name: 'Chen', age: 65, tags: [] },
  { name: 'du', tags: 'a' },
];
const SCORES = [
  {
    list: [
      { k: 'x', n: 1 },
      { k: 'y', n: 9 },
    ],
  },
  { list: [{ k: 'x', n: 9 }] },
  { list: [] },
  { list: { k: 'x', n: 9 } },
];
const LOGICAL = 'MongoDB manual, logical query operators';
const ARRAY = 'MongoDB manual, array query operators';

/** where() with logic, arrays, element and evaluation operators. */
export const CONDITION_CHECKS: Check[] = [
  {
    name: 'and on a field asks for both bounds',
    source: LOGICAL,
    run: (env) => matching(env, PEOPLE, { age: env._.gt(4).and(env._.lt(65)) }, [1]),
  },
  {
    name: 'or joins whole conditions',
    source: LOGICAL,
    async run(env) {
      await fill(env.plain, PEOPLE);
      const either = env._.or([{ name: 'An' }, { age: env._.gte(65) }]) as unknown as Record<string, unknown>;
      assert.deepEqual(await idsOf(env.plain.where(either)), [0, 2]);
    },
  },
  {
    name: 'or on a field asks for one of the bounds',
    source: LOGICAL,
    run: (env) => matching(env, PEOPLE, { age: env._.lt(10).or(env._.gt(60)) }, [0, 2]),
  },
  {
    name: 'nor finds what meets none, also without the field',
    source: LOGICAL,
    run: (env) => matching(env, PEOPLE, { age: env._.nor([env._.lt(10), env._.gt(60)]) }, [1, 3]),
  },
  {
    name: 'not turns a condition around, also without the field',
    source: LOGICAL,
    run: (env) => matching(env, PEOPLE, { age: env._.not(env._.gt(10)) }, [0, 3]),
  },
  {
    name: 'exists tells missing from null, empty and nested',
    source: 'MongoDB manual, $exists',
    async run(env) {
      await fill(env.plain, [{ a: null }, {}, { a: [] }, { b: { c: 0 } }, { b: [{ c: 1 }, {}] }]);
      const { _, plain } = env;
      assert.deepEqual(await idsOf(plain.where({ a: _.exists(true) })), [0, 2]);
      assert.deepEqual(await idsOf(plain.where({ a: _.exists(false) })), [1, 3, 4]);
      assert.deepEqual(await idsOf(plain.where({ 'b.c': _.exists(true) })), [3, 4]);
      assert.deepEqual(await idsOf(plain.where({ 'b.c': _.exists(false) })), [0, 1, 2]);
    },
  },
  {
    name: 'size counts the elements of arrays only',
    source: ARRAY,
    run: (env) => matching(env, PEOPLE, { tags: env._.size(1) }, [1]),
  },
  {
    name: 'size needs a whole number that is not negative',
    source: 'MongoDB: Failed to parse $size',
    async run({ plain, _ }) {
      await assert.rejects(plain.where({ tags: _.size(-1) }).get(), /-502001.*Failed to parse \$size/s);
    },
  },
  {
    name: 'all asks for every value, in an array or alone',
    source: ARRAY,
    async run(env) {
      await fill(env.plain, PEOPLE);
      assert.deepEqual(await idsOf(env.plain.where({ tags: env._.all(['a', 'b']) })), [0]);
      assert.deepEqual(await idsOf(env.plain.where({ tags: env._.all(['a']) })), [0, 3]);
      assert.deepEqual(await idsOf(env.plain.where({ tags: env._.all([]) })), []);
    },
  },
  {
    name: 'elemMatch asks one element for all conditions',
    source: ARRAY,
    run: (env) => matching(env, SCORES, { list: env._.elemMatch({ k: 'x', n: env._.gt(5) }) }, [1]),
  },
  {
    name: 'elemMatch with bounds asks one element for both',
    source: `${ARRAY}; wx-server-sdk cannot encode logic inside elemMatch, so the operators are written out`,
    run: (env) =>
      matching(env, [{ n: [1, 9] }, { n: [5] }, { n: 5 }], { n: env._.elemMatch({ $gt: 3, $lt: 7 }) }, [1]),
  },
  {
    name: 'mod keeps the sign of the number and ignores fractions',
    source: 'MongoDB manual, $mod',
    run: (env) =>
      matching(env, [{ n: 4 }, { n: -1 }, { n: 7.9 }, { n: 3 }, { n: 'x' }], { n: env._.mod(4, 3) }, [2, 3]),
  },
  {
    name: 'mod by zero is refused',
    source: 'MongoDB: divisor cannot be 0',
    async run({ plain, _ }) {
      await assert.rejects(plain.where({ n: _.mod(0, 0) }).get(), /-502001.*divisor cannot be 0/s);
    },
  },
  {
    name: 'a regular expression tests texts, alone and in arrays',
    source: 'WeChat db.RegExp; MongoDB manual, $regex',
    async run(env) {
      await fill(env.plain, [...PEOPLE, { name: ['x', 'bob'] }, { name: 5 }]);
      assert.deepEqual(await idsOf(env.plain.where({ name: /^b/ })), [1, 4]);
      assert.deepEqual(
        await idsOf(env.plain.where({ name: env.db.RegExp({ regexp: '^(AN|CH)', options: 'i' }) })),
        [0, 2],
      );
    },
  },
  {
    name: 'a dot of a regular expression is a whole character, a rare one too',
    source: 'MongoDB manual, $regex: PCRE over UTF-8',
    run: (env) => matching(env, [{ name: '𠮷野' }, { name: '吉野' }], { name: /^.{2}$/ }, [0, 1]),
  },
  {
    name: 'a regular expression that JavaScript would read otherwise is refused',
    source:
      'MongoDB manual, $regex: PCRE, option x. A real environment answers; the local cloud does not guess',
    needs: 'local',
    async run({ plain, db }) {
      for (const [regexp, options] of [
        ['a b', 'x'],
        ['\\\\\\Ab', 'i'],
        ['[[:alpha:]]', 'i'],
      ] as const) {
        const call = plain.where({ name: db.RegExp({ regexp, options }) }).get();
        await assert.rejects(call, /not answered by the local cloud/);
      }
      await plain.where({ name: db.RegExp({ regexp: '\\\\A.\\.', options: '' }) }).get();
    },
  },
  {
    name: 'in may hold regular expressions',
    source: 'MongoDB manual, $in with a regular expression',
    run: (env) => matching(env, PEOPLE, { name: env._.in([/^C/, 'du']) }, [2, 3]),
  },
  {
    name: 'an empty list of alternatives is refused',
    source: 'MongoDB: $or must be a nonempty array',
    needs: 'local',
    async run({ raw }) {
      const answer = await raw('database.getDocument', {
        ...{ collectionName: 'plain', queryType: 'WHERE', query: '{"$or":[]}' },
      });
      assert.match(String(answer['message']), /\$or must be a nonempty array/);
    },
  },
];
