import type { Check } from '../check';
import { computing, failing, matching } from '../expect';

const ARITHMETIC = 'MongoDB manual, arithmetic expression operators';
const TEXT = 'MongoDB manual, string expression operators';
const EXPR = 'WeChat reference, Command.expr; MongoDB manual, $expr';

/** Expressions on numbers, texts and documents, choices, and where() with expr. */
export const EXPRESSION_CHECKS: Check[] = [
  {
    name: 'where with expr compares two fields of a document',
    source: EXPR,
    run: (env) =>
      matching(
        env,
        [{ a: 1, b: 2 }, { a: 2, b: 1 }, { a: 'x', b: 1 }, { b: 0 }],
        env._.expr(env._.aggregate['gt']?.(['$a', '$b'])),
        [1, 2],
      ),
  },
  {
    name: 'expr goes along with other conditions',
    source: EXPR,
    run: (env) =>
      matching(
        env,
        [{ a: 3 }, { a: 2, ok: true }, { a: 3, ok: true }],
        { ok: true, ...env._.expr(env._.aggregate['eq']?.(['$a', 3])) },
        [2],
      ),
  },
  {
    name: 'a missing field is less than null in expressions, and not equal to it',
    source: 'MongoDB manual, comparison expression operators',
    async run(env) {
      const { eq, lt, cmp } = env._.aggregate;
      await computing(env, { from: { a: null }, by: eq?.(['$a', null]), to: true });
      await computing(env, { by: eq?.(['$a', null]), to: false });
      await computing(env, { by: lt?.(['$a', null]), to: true });
      await computing(env, { by: cmp?.(['$a', 1]), to: -1 });
    },
  },
  {
    name: 'any two values compare, by type first',
    source: 'MongoDB manual, comparison expression operators',
    run: (env) =>
      computing(env, { from: { a: 'x', b: 9 }, by: env._.aggregate['gt']?.(['$a', '$b']), to: true }),
  },
  {
    name: 'only false, null, missing and zero are false',
    source: 'MongoDB manual, boolean expression operators',
    async run(env) {
      const { and, or, not } = env._.aggregate;
      await computing(env, { by: or?.([0, null, '$none', false]), to: false });
      await computing(env, { by: and?.(['', 'x', -1, []]), to: true });
      await computing(env, { by: not?.(['$none']), to: true });
    },
  },
  {
    name: 'numbers are added, and dates are moved by milliseconds',
    source: ARITHMETIC,
    async run(env) {
      const { add, subtract } = env._.aggregate;
      const from = { n: 2, d: new Date(1000) };
      await computing(env, { from, by: add?.(['$n', 3, '$n']), to: 7 });
      await computing(env, { from, by: add?.(['$d', 500]), to: new Date(1500) });
      await computing(env, { from, by: subtract?.(['$d', new Date(400)]), to: 600 });
      await computing(env, { from, by: subtract?.(['$d', 400]), to: new Date(600) });
    },
  },
  {
    name: 'arithmetic with null or a missing field is null',
    source: ARITHMETIC,
    async run(env) {
      const { add, multiply, divide } = env._.aggregate;
      for (const operator of [add, multiply, divide]) {
        await computing(env, { by: operator?.(['$none', 2]), to: null });
      }
    },
  },
  {
    name: 'arithmetic with a text is refused',
    source: 'MongoDB: $add only supports numeric or date types, not string',
    run: (env) =>
      failing(env, {
        from: { s: 'x' },
        by: env._.aggregate['add']?.(['$s', 1]),
        text: '$add only supports numeric or date types, not string',
      }),
  },
  {
    name: 'division by zero is refused',
    source: "MongoDB: can't $divide by zero",
    async run(env) {
      const { divide, mod } = env._.aggregate;
      await failing(env, { by: divide?.([1, 0]), text: "can't $divide by zero" });
      await failing(env, { by: mod?.([1, 0]), text: "can't $mod by zero" });
    },
  },
  {
    name: 'numbers are rounded down, up and towards zero, halves to even ones',
    source: `${ARITHMETIC}; $round is not made by wx-server-sdk and is written out`,
    async run(env) {
      const { floor, ceil, trunc } = env._.aggregate;
      const from = { n: -2.5 };
      await computing(env, { from, by: [floor?.('$n'), ceil?.('$n'), trunc?.('$n')], to: [-3, -2, -2] });
      await computing(env, { by: [{ $round: 2.5 }, { $round: [1.005, 2] }, { $round: 3.5 }], to: [2, 1, 4] });
    },
  },
  {
    name: 'powers, roots and logarithms',
    source: ARITHMETIC,
    async run(env) {
      const { pow, sqrt, log10, log } = env._.aggregate;
      await computing(env, {
        by: [pow?.([2, 10]), sqrt?.(9), log10?.(1000), log?.([8, 2])],
        to: [1024, 3, 3, 3],
      });
      await failing(env, { by: sqrt?.(-1), text: "$sqrt's argument must be greater than or equal to 0" });
    },
  },
  {
    name: 'cond, ifNull and switch choose',
    source: 'WeChat reference, AggregateCommand.cond, ifNull and switch',
    async run(env) {
      const { cond, ifNull, switch: choose, gt } = env._.aggregate;
      const big = gt?.(['$n', 5]);
      await computing(env, {
        from: { n: 9 },
        by: cond?.({ if: big, then: 'big', else: 'small' }),
        to: 'big',
      });
      await computing(env, { from: { n: 1 }, by: cond?.([big, 'big', '$n']), to: 1 });
      await computing(env, { from: { n: null }, by: ifNull?.(['$n', 'none']), to: 'none' });
      const branches = [
        { case: gt?.(['$n', 100]), then: 'huge' },
        { case: big, then: 'big' },
      ];
      await computing(env, { from: { n: 9 }, by: choose?.({ branches, default: '?' }), to: 'big' });
    },
  },
  {
    name: 'a switch without a branch for a value is refused',
    source: 'MongoDB: $switch could not find a matching branch for an input',
    run: (env) =>
      failing(env, {
        by: env._.aggregate['switch']?.({ branches: [{ case: false, then: 1 }] }),
        text: '$switch could not find a matching branch for an input, and no default was specified',
      }),
  },
  {
    name: 'let names values, literal leaves a text with a dollar alone',
    source: 'MongoDB manual, $let and $literal',
    async run(env) {
      const { let: declare, multiply, literal } = env._.aggregate;
      const by = declare?.({ vars: { n: '$a', m: 3 }, in: multiply?.(['$$n', '$$m']) });
      await computing(env, { from: { a: 4 }, by, to: 12 });
      await computing(env, { from: { a: 4 }, by: literal?.('$a'), to: '$a' });
    },
  },
  {
    name: 'a variable that nothing names is refused',
    source: 'MongoDB: Use of undefined variable',
    run: (env) => failing(env, { by: '$$nobody', text: 'Use of undefined variable: nobody' }),
  },
  {
    name: 'an unknown operator and a wrong number of arguments are refused',
    source: 'MongoDB: Unrecognized expression; Expression $size takes exactly 1 arguments',
    async run(env) {
      await failing(env, { by: { $frobnicate: 1 }, text: "Unrecognized expression '$frobnicate'" });
      await failing(env, {
        by: env._.aggregate['size']?.(['$a', '$b']),
        text: 'Expression $size takes exactly 1 arguments. 2 were passed in.',
      });
    },
  },
  {
    name: 'a path goes through arrays of objects, and a number in it is a name',
    source: 'MongoDB manual, field paths',
    async run(env) {
      const from = { l: [{ n: 1 }, { m: 2 }, { n: 3 }], o: { '0': 'zero' } };
      await computing(env, { from, by: ['$l.n', '$l.0', '$o.0'], to: [[1, 3], [], 'zero'] });
    },
  },
  {
    name: 'texts are joined, split and cut by code points or bytes',
    source: TEXT,
    async run(env) {
      const { concat, split, substrCP, strLenCP, strLenBytes, indexOfCP } = env._.aggregate;
      const from = { s: '李医生,a' };
      await computing(env, { from, by: concat?.(['$s', '!']), to: '李医生,a!' });
      await computing(env, { from, by: concat?.(['$s', '$none']), to: null });
      await computing(env, { from, by: split?.(['$s', ',']), to: ['李医生', 'a'] });
      await computing(env, { from, by: substrCP?.(['$s', 1, 2]), to: '医生' });
      await computing(env, { from, by: [strLenCP?.('$s'), strLenBytes?.('$s')], to: [5, 11] });
      await computing(env, { from, by: indexOfCP?.(['$s', 'a']), to: 4 });
    },
  },
  {
    name: 'substr counts bytes and refuses to cut a character in two',
    source: 'MongoDB: $substrBytes:  Invalid range',
    async run(env) {
      const { substr } = env._.aggregate;
      const from = { s: '李a' };
      await computing(env, { from, by: substr?.(['$s', 0, 3]), to: '李' });
      await failing(env, { from, by: substr?.(['$s', 0, 2]), text: '$substrBytes:  Invalid range' });
    },
  },
  {
    name: 'toUpper and toLower change ASCII letters only, and nothing becomes an empty text',
    source: TEXT,
    async run(env) {
      const { toUpper, toLower } = env._.aggregate;
      await computing(env, { from: { s: 'aé' }, by: [toUpper?.('$s'), toLower?.('$none')], to: ['Aé', ''] });
    },
  },
  {
    name: 'documents are merged, the later field wins, and null adds nothing',
    source: 'MongoDB manual, $mergeObjects',
    async run(env) {
      const { mergeObjects } = env._.aggregate;
      const from = { a: { x: 1, y: 1 }, b: { y: 2 } };
      await computing(env, { from, by: mergeObjects?.(['$a', '$none', '$b']), to: { x: 1, y: 2 } });
      await failing(env, {
        from,
        by: mergeObjects?.(['$a', 5]),
        text: '$mergeObjects requires object inputs',
      });
    },
  },
  {
    name: 'a document becomes a list of its fields and back',
    source: 'MongoDB manual, $objectToArray and $arrayToObject',
    async run(env) {
      const { objectToArray, arrayToObject } = env._.aggregate;
      const list = [
        { k: 'x', v: 1 },
        { k: 'y', v: null },
      ];
      await computing(env, { from: { o: { x: 1, y: null } }, by: objectToArray?.('$o'), to: list });
      await computing(env, { from: { list }, by: arrayToObject?.('$list'), to: { x: 1, y: null } });
    },
  },
  {
    name: 'values are converted, and what cannot be is refused or replaced',
    source: 'MongoDB manual, $convert (its operators are not made by wx-server-sdk and are written out)',
    async run(env) {
      const from = { s: '12', d: new Date(5) };
      const by = [{ $toInt: '$s' }, { $toString: '$d' }, { $toLong: '$d' }, { $type: '$none' }];
      await computing(env, { from, by, to: [12, '1970-01-01T00:00:00.005Z', 5, 'missing'] });
      await failing(env, { by: { $toInt: 'x' }, text: "Failed to parse number 'x' in $convert" });
      await computing(env, { by: { $convert: { input: 'x', to: 'int', onError: -1 } }, to: -1 });
    },
  },
];
