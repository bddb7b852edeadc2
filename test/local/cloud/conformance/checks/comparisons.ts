import type { Check } from '../check';
import { matching, refused } from '../expect';

const NUMBERS = [{ n: 1 }, { n: 5 }, { n: 9 }, { n: '5' }, { n: null }, {}, { n: [3, 7] }];
const MONGO = 'MongoDB manual, comparison query operators';

/** where() with one condition on one field. */
export const COMPARISON_CHECKS: Check[] = [
  {
    name: 'a value equals itself, its type counts, and an array equals when it contains it',
    source: MONGO,
    async run(env) {
      await matching(env, [...NUMBERS, { n: [5] }], { n: 5 }, [1, 7]);
    },
  },
  {
    name: 'neq also finds documents without the field',
    source: MONGO,
    run: (env) => matching(env, NUMBERS, { n: env._.neq(5) }, [0, 2, 3, 4, 5, 6]),
  },
  {
    name: 'gt compares numbers only with numbers, and looks into arrays',
    source: `${MONGO}: type bracketing`,
    run: (env) => matching(env, NUMBERS, { n: env._.gt(5) }, [2, 6]),
  },
  {
    name: 'gte includes the bound',
    source: MONGO,
    run: (env) => matching(env, NUMBERS, { n: env._.gte(5) }, [1, 2, 6]),
  },
  {
    name: 'lt compares numbers only with numbers, and looks into arrays',
    source: MONGO,
    run: (env) => matching(env, NUMBERS, { n: env._.lt(5) }, [0, 6]),
  },
  {
    name: 'lte includes the bound',
    source: MONGO,
    run: (env) => matching(env, NUMBERS, { n: env._.lte(5) }, [0, 1, 6]),
  },
  {
    name: 'in finds any of the values, also inside arrays',
    source: MONGO,
    run: (env) => matching(env, NUMBERS, { n: env._.in([1, 7, '5']) }, [0, 3, 6]),
  },
  {
    name: 'in with null also finds documents without the field',
    source: MONGO,
    run: (env) => matching(env, NUMBERS, { n: env._.in([9, null]) }, [2, 4, 5]),
  },
  {
    name: 'nin finds all others, also those without the field',
    source: MONGO,
    run: (env) => matching(env, NUMBERS, { n: env._.nin([1, 5, 7]) }, [2, 3, 4, 5]),
  },
  {
    name: 'null equals null and missing',
    source: 'MongoDB manual, query for null or missing fields',
    run: (env) => matching(env, NUMBERS, { n: null }, [4, 5]),
  },
  {
    name: 'gte null finds null and missing only',
    source: `${MONGO}; null compares only with null`,
    run: (env) => matching(env, NUMBERS, { n: env._.gte(null) }, [4, 5]),
  },
  {
    name: 'dates compare as instants and not as texts',
    source: 'MongoDB BSON Date',
    async run(env) {
      const days = [
        '2026-03-09T23:59:59.999Z',
        '2026-03-10T00:00:00Z',
        '2026-03-10T00:00:00.500Z',
        '2026-03-11T00:00:00Z',
      ];
      const documents = [...days.map((at) => ({ at: new Date(at) })), { at: '2026-03-10T00:00:00Z' }];
      const { _ } = env;
      const range = _.gte(new Date('2026-03-10')).and(_.lt(new Date('2026-03-11')));
      await matching(env, documents, { at: range }, [1, 2]);
    },
  },
  {
    name: 'true is not 1 and false is not 0 and neither is null',
    source: 'MongoDB BSON types',
    run: (env) =>
      matching(env, [{ v: true }, { v: 1 }, { v: false }, { v: 0 }, { v: null }], { v: false }, [2]),
  },
  {
    name: 'nested objects in where are dot paths',
    source: 'WeChat query of nested fields; the SDK flattens them',
    run: (env) => matching(env, [{ u: { id: 1, x: 0 } }, { u: { id: 2 } }, { u: 1 }], { u: { id: 1 } }, [0]),
  },
  {
    name: 'a dot path goes through arrays of objects',
    source: 'MongoDB manual, query an array of embedded documents',
    run: (env) =>
      matching(
        env,
        [{ a: [{ b: 1 }, { b: 2 }] }, { a: { b: 2 } }, { a: [[{ b: 2 }]] }],
        { 'a.b': 2 },
        [0, 1],
      ),
  },
  {
    name: 'a dot path may name a position in an array',
    source: 'MongoDB manual, query an array by position',
    run: (env) => matching(env, [{ a: [5, 6] }, { a: [6, 5] }, { a: { 1: 6 } }], { 'a.1': 6 }, [0, 2]),
  },
  {
    name: 'null on a dot path finds objects without the field and not arrays of scalars',
    source: 'MongoDB manual, query for null or missing fields',
    run: (env) =>
      matching(
        env,
        [{ a: {} }, { a: { b: 1 } }, { a: 5 }, {}, { a: [1] }, { a: [{ b: 1 }, {}] }],
        { 'a.b': null },
        [0, 2, 3, 5],
      ),
  },
  {
    name: 'a whole array equals only in the same order, or as one element',
    source: 'MongoDB manual, match an array exactly',
    run: (env) =>
      matching(
        env,
        [{ a: [1, 2] }, { a: [2, 1] }, { a: [[1, 2]] }, { a: [1, 2, 3] }],
        { a: env._.eq([1, 2]) },
        [0, 2],
      ),
  },
  {
    name: 'a whole embedded object equals only with its fields in the same order',
    source: 'MongoDB manual, match an embedded document exactly',
    run: (env) =>
      matching(
        env,
        [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, { a: { x: 1 } }],
        { a: env._.eq({ x: 1, y: 2 }) },
        [0],
      ),
  },
  {
    name: 'texts compare by code point',
    source: 'MongoDB compares the bytes of UTF-8',
    run: (env) => matching(env, [{ s: '\ufffd' }, { s: '😀' }, { s: 'Z' }], { s: env._.gt('\ufffd') }, [1]),
  },
  {
    name: 'an operator MongoDB does not know is refused',
    source: 'MongoDB: unknown operator',
    needs: 'local',
    async run({ raw, plain }) {
      const answer = await raw('database.getDocument', {
        ...{ collectionName: 'plain', queryType: 'WHERE', query: '{"a":{"$almost":1}}' },
      });
      await refused(
        Promise.reject(answer as unknown as Error),
        'DATABASE_REQUEST_FAILED',
        'unknown operator: $almost',
      );
      await plain.count();
    },
  },
];
