import type { Check } from '../check';
import { computing, failing } from '../expect';

const ARRAY = 'MongoDB manual, array expression operators';
const SET = 'MongoDB manual, set expression operators';

/** Expressions on arrays. */
export const LIST_EXPRESSION_CHECKS: Check[] = [
  {
    name: 'map, filter and reduce go through the elements',
    source: ARRAY,
    async run(env) {
      const { map, filter, reduce, multiply, gt, add } = env._.aggregate;
      const from = { l: [1, 2, 3] };
      await computing(env, {
        from,
        by: map?.({ input: '$l', as: 'n', in: multiply?.(['$$n', 2]) }),
        to: [2, 4, 6],
      });
      await computing(env, {
        from,
        by: filter?.({ input: '$l', as: 'n', cond: gt?.(['$$n', 1]) }),
        to: [2, 3],
      });
      await computing(env, {
        from,
        by: reduce?.({ input: '$l', initialValue: 10, in: add?.(['$$value', '$$this']) }),
        to: 16,
      });
    },
  },
  {
    name: 'map and filter of nothing are null',
    source: ARRAY,
    async run(env) {
      const { map, filter } = env._.aggregate;
      await computing(env, { by: map?.({ input: '$none', in: 1 }), to: null });
      await computing(env, { by: filter?.({ input: '$none', cond: true }), to: null });
    },
  },
  {
    name: 'size is of arrays only',
    source: 'MongoDB: The argument to $size must be an array, but was of type: missing',
    async run(env) {
      const { size } = env._.aggregate;
      await computing(env, { from: { l: [1, null] }, by: size?.('$l'), to: 2 });
      await failing(env, { by: size?.('$l'), text: 'must be an array, but was of type: missing' });
    },
  },
  {
    name: 'slice and arrayElemAt count from either end',
    source: ARRAY,
    async run(env) {
      const { slice, arrayElemAt } = env._.aggregate;
      const from = { l: [1, 2, 3, 4] };
      await computing(env, { from, by: [slice?.(['$l', 2]), slice?.(['$l', -1])], to: [[1, 2], [4]] });
      await computing(env, { from, by: slice?.(['$l', -3, 2]), to: [2, 3] });
      await computing(env, { from, by: [arrayElemAt?.(['$l', 1]), arrayElemAt?.(['$l', -1])], to: [2, 4] });
      await computing(env, { from, by: arrayElemAt?.(['$l', 9]), to: undefined });
    },
  },
  {
    name: 'in and indexOfArray look for equal values',
    source: ARRAY,
    async run(env) {
      const { in: contains, indexOfArray } = env._.aggregate;
      const from = { l: [1, { a: 1 }, 'x'] };
      await computing(env, { from, by: contains?.([{ a: 1 }, '$l']), to: true });
      await computing(env, {
        from,
        by: [indexOfArray?.(['$l', 'x']), indexOfArray?.(['$l', 9])],
        to: [2, -1],
      });
      await failing(env, {
        by: contains?.([1, '$none']),
        text: '$in requires an array as a second argument, found: missing',
      });
    },
  },
  {
    name: 'arrays are joined, turned round, counted out and zipped',
    source: ARRAY,
    async run(env) {
      const { concatArrays, reverseArray, range, zip } = env._.aggregate;
      const from = { l: [1, 2] };
      await computing(env, { from, by: concatArrays?.(['$l', [3]]), to: [1, 2, 3] });
      await computing(env, { from, by: concatArrays?.(['$l', '$none']), to: null });
      await computing(env, { from, by: reverseArray?.('$l'), to: [2, 1] });
      await computing(env, { by: range?.([0, 10, 3]), to: [0, 3, 6, 9] });
      const pairs = [
        [1, 'a'],
        [2, 'b'],
      ];
      await computing(env, { from, by: zip?.({ inputs: ['$l', ['a', 'b', 'c']] }), to: pairs });
    },
  },
  {
    name: 'lists and texts that outgrow the memory are refused before they are made',
    source: 'MongoDB: internalQueryMaxRangeBytes is 100 MB; buffers of texts grow to 64 MB',
    async run(env) {
      const { concat, concatArrays, range, reduce, size } = env._.aggregate;
      const twice = (start: unknown, by: unknown): unknown =>
        reduce?.({ input: range?.([0, 40]), initialValue: start, in: by });
      const both = ['$$value', '$$value'];
      await computing(env, { by: size?.(twice([1], '$$value')), to: 1 });
      await failing(env, { by: size?.(range?.([0, 2e9])), text: '$range would use too much memory' });
      await failing(env, { by: size?.(twice([1], concatArrays?.(both))), text: 'would use too much memory' });
      await failing(env, { by: twice('x', concat?.(both)), text: 'past the 64MB limit' });
    },
  },
  {
    name: 'an expression that nests without end is refused',
    source: 'MongoDB: BSONObj exceeded maximum nested object depth: 200',
    async run(env) {
      const { range, reduce } = env._.aggregate;
      const nested = reduce?.({ input: range?.([0, 50_000]), initialValue: {}, in: { in: '$$value' } });
      await failing(env, { by: nested, text: 'exceeded maximum nested object depth' });
    },
  },
  {
    name: 'a long list is joined to a long list',
    source: 'MongoDB manual, $concatArrays: no limit of its own',
    async run(env) {
      const { concatArrays, range, size } = env._.aggregate;
      const long = range?.([0, 200_000]);
      await computing(env, { by: size?.(concatArrays?.([long, long])), to: 400_000 });
    },
  },
  {
    name: 'isArray and the missing elements of an array, which are null',
    source: ARRAY,
    async run(env) {
      const { isArray } = env._.aggregate;
      await computing(env, {
        from: { l: [] },
        by: [isArray?.('$l'), isArray?.('x'), '$none'],
        to: [true, false, null],
      });
    },
  },
  {
    name: 'sets are united, cut and compared without regard to order and repetition',
    source: SET,
    async run(env) {
      const { setUnion, setIntersection, setDifference, setEquals, setIsSubset } = env._.aggregate;
      const from = { a: [1, 2, 2], b: [2, 1, 3] };
      await computing(env, { from, by: setUnion?.(['$a', '$b']), to: [1, 2, 3] });
      await computing(env, { from, by: setIntersection?.(['$a', '$b']), to: [1, 2] });
      await computing(env, { from, by: setDifference?.(['$b', '$a']), to: [3] });
      await computing(env, { from, by: setEquals?.(['$a', [2, 1]]), to: true });
      await computing(env, {
        from,
        by: [setIsSubset?.(['$a', '$b']), setIsSubset?.(['$b', '$a'])],
        to: [true, false],
      });
    },
  },
  {
    name: 'anyElementTrue and allElementsTrue judge the elements',
    source: SET,
    async run(env) {
      const { anyElementTrue, allElementsTrue } = env._.aggregate;
      const from = { l: [0, 1] };
      await computing(env, {
        from,
        by: [anyElementTrue?.(['$l']), allElementsTrue?.(['$l'])],
        to: [true, false],
      });
    },
  },
  {
    name: 'sum, avg, min and max go over an array, or over their arguments',
    source: 'MongoDB manual, $sum outside of $group',
    async run(env) {
      const { sum, avg, min, max } = env._.aggregate;
      const from = { l: [4, 'x', 2], n: 10 };
      await computing(env, { from, by: [sum?.('$l'), avg?.('$l')], to: [6, 3] });
      await computing(env, {
        from,
        by: [min?.('$l'), max?.(['$n', 3]), sum?.(['$n', '$l'])],
        to: [2, 10, 10],
      });
    },
  },
];
