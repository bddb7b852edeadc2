import type { Mutation } from '../mutation';

/** Conditions of where(). */
export const QUERIES_MUTATIONS: readonly Mutation[] = [
  {
    file: 'database/query/lookup.ts',
    find: '(isList(value) && value.some(visit)) || visit(value)',
    replace: 'visit(value)',
    expectFailing: ['a value equals itself, its type counts, and an array equals when it contains it'],
  },
  {
    file: 'database/query/lookup.ts',
    find: '(isList(value) && value.some(visit)) || visit(value)',
    replace: '(isList(value) ? value.some(visit) : visit(value))',
    expectFailing: ['a whole array equals only in the same order, or as one element'],
  },
  {
    file: 'database/query/field-condition.ts',
    find: '$ne: negated(equal)',
    replace: '$ne: leaf((operand) => (value) => value !== undefined && value !== operand)',
    expectFailing: ['neq also finds documents without the field'],
  },
  {
    file: 'database/query/field-condition.ts',
    find: '$nin: negated(leaf(LEAF_OPERATORS.$in))',
    replace: '$nin: () => () => true',
    expectFailing: ['nin finds all others, also those without the field'],
  },
  {
    file: 'database/query/operators.ts',
    find: 'if (kindOf(value) !== kind) return false;',
    replace: '',
    expectFailing: ['gt compares numbers only with numbers, and looks into arrays'],
  },
  {
    file: 'database/query/operators.ts',
    find: 'const kind = kindOf(operand);',
    replace: 'const kind = operand === null ? undefined : kindOf(operand);',
    expectFailing: ['gte null finds null and missing only'],
  },
  {
    file: 'database/query/operators.ts',
    find: 'comparison((sign) => sign > 0)',
    replace: 'comparison((sign) => sign >= 0)',
    expectFailing: ['gt compares numbers only with numbers, and looks into arrays'],
  },
  {
    file: 'database/query/operators.ts',
    find: 'comparison((sign) => sign >= 0)',
    replace: 'comparison((sign) => sign > 0)',
    expectFailing: ['gte includes the bound'],
  },
  {
    file: 'database/query/operators.ts',
    find: 'comparison((sign) => sign < 0)',
    replace: 'comparison((sign) => sign <= 0)',
    expectFailing: ['lt compares numbers only with numbers, and looks into arrays'],
  },
  {
    file: 'database/query/operators.ts',
    find: 'comparison((sign) => sign <= 0)',
    replace: 'comparison((sign) => sign < 0)',
    expectFailing: [
      'a compound index answers equality, ranges and alternatives as a scan would',
      'lte includes the bound',
    ],
  },
  {
    file: 'database/query/operators.ts',
    find: 'tests.some((test) => test(value))',
    replace: 'tests.every((test) => test(value))',
    expectFailing: ['in finds any of the values, also inside arrays'],
  },
  {
    file: 'database/query/operators.ts',
    find: 'item instanceof RegExp ? pattern(item) : equality(item)',
    replace: 'equality(item)',
    expectFailing: ['in may hold regular expressions'],
  },
  {
    file: 'database/values/compare.ts',
    find: 'kindOf(left) === Kind.Null ? kindOf(right) === Kind.Null',
    replace: 'kindOf(left) === Kind.Null ? left === right',
    expectFailing: ['in with null also finds documents without the field', 'null equals null and missing'],
  },
  {
    file: 'database/values/compare.ts',
    find: 'order(left.getTime(), (right as Date).getTime())',
    replace: 'order(left.getTime() % 1000, (right as Date).getTime() % 1000)',
    expectFailing: [
      'dates compare as instants and not as texts',
      'max keeps the larger value and compares dates',
    ],
  },
  {
    file: 'database/values/kind.ts',
    find: `if (typeof value === 'boolean') return Kind.Boolean;`,
    replace: `if (typeof value === 'boolean') return Kind.Number;`,
    expectFailing: [
      'orderBy sorts types in the order of MongoDB, missing as null',
      'true is not 1 and false is not 0 and neither is null',
    ],
  },
  {
    file: 'database/query/lookup.ts',
    find: 'walk(fieldOf(value, part), parts, at + 1, visit)',
    replace: 'visit(fieldOf(value, part))',
    expectFailing: ['nested objects in where are dot paths'],
  },
  {
    file: 'database/query/lookup.ts',
    find: 'isDocument(element) && walk(element, parts, at, visit)',
    replace: 'element === undefined && walk(element, parts, at, visit)',
    expectFailing: ['a dot path goes through arrays of objects'],
  },
  {
    file: 'database/query/lookup.ts',
    find: 'isDocument(element) && walk(element, parts, at, visit)',
    replace: 'walk(element, parts, at, visit)',
    expectFailing: [
      'a dot path goes through arrays of objects',
      'null on a dot path finds objects without the field and not arrays of scalars',
    ],
  },
  {
    file: 'database/query/lookup.ts',
    find: 'if (element !== undefined && walk(',
    replace: 'if (element === null && walk(',
    expectFailing: ['a dot path may name a position in an array'],
  },
  {
    file: 'database/values/compare.ts',
    find: 'const ours = Object.entries(left);\n  const theirs = Object.entries(right);',
    replace: 'const ours = Object.entries(left).sort();\n  const theirs = Object.entries(right).sort();',
    expectFailing: [
      'a whole embedded object equals only with its fields in the same order',
      'addToSet adds only what is not there',
    ],
  },
  {
    file: 'database/values/compare.ts',
    find: 'order(left.codePointAt(at) ?? 0, right.codePointAt(at) ?? 0)',
    replace: 'order(left.charCodeAt(at), right.charCodeAt(at))',
    expectFailing: ['texts compare by code point'],
  },
  {
    file: 'database/query/validate.ts',
    find: 'if (!FIELD_OPERATORS.has(name)) throw',
    replace: `if (name === '') throw`,
    expectFailing: ['an operator MongoDB does not know is refused'],
  },
  {
    file: 'database/query/matcher.ts',
    find: `['$and', every]`,
    replace: `['$and', some]`,
    expectFailing: ['and on a field asks for both bounds', 'dates compare as instants and not as texts'],
  },
  {
    file: 'database/query/matcher.ts',
    find: `['$or', some]`,
    replace: `['$or', every]`,
    expectFailing: ['or joins whole conditions', 'or on a field asks for one of the bounds'],
  },
  {
    file: 'database/query/matcher.ts',
    find: 'negate(some(matchers))',
    replace: 'some(matchers)',
    expectFailing: ['nor finds what meets none, also without the field'],
  },
  {
    file: 'database/query/field-condition.ts',
    find: '  $not: not,',
    replace: '  $not: () => () => true,',
    expectFailing: ['not turns a condition around, also without the field'],
  },
  {
    file: 'database/query/field-condition.ts',
    find: '(value) => value !== undefined) === wanted',
    replace: '(value) => value !== undefined && value !== null) === wanted',
    expectFailing: ['exists tells missing from null, empty and nested'],
  },
  {
    file: 'database/query/operators.ts',
    find: 'isList(value) && value.length === operand',
    replace: '(value as readonly Value[] | undefined)?.length === operand',
    expectFailing: ['size counts the elements of arrays only'],
  },
  {
    file: 'database/query/operators.ts',
    find: 'throw requestFailed(`Failed to parse $size.',
    replace: 'throw new Error(`Failed.',
    expectFailing: ['size needs a whole number that is not negative'],
  },
  {
    file: 'database/query/field-condition.ts',
    find: 'wanted.every(',
    replace: 'wanted.some(',
    expectFailing: ['all asks for every value, in an array or alone'],
  },
  {
    file: 'database/query/field-condition.ts',
    find: 'wanted.length > 0 && ',
    replace: '',
    expectFailing: ['all asks for every value, in an array or alone'],
  },
  {
    file: 'database/query/field-condition.ts',
    find: 'isList(value) && value.some(matches)',
    replace: 'isList(value) && value.length > 0',
    expectFailing: [
      'elemMatch asks one element for all conditions',
      'elemMatch with bounds asks one element for both',
    ],
  },
  {
    file: 'database/query/operators.ts',
    find: 'Math.trunc(value) % by === Math.trunc(remainder)',
    replace: '((value % by) + by) % by === remainder',
    expectFailing: ['mod keeps the sign of the number and ignores fractions'],
  },
  {
    file: 'database/query/operators.ts',
    find: 'if (by === 0 || !Number.isFinite(by)) throw',
    replace: 'if (Number.isNaN(by)) throw',
    expectFailing: ['mod by zero is refused'],
  },
  {
    file: 'database/values/decode.ts',
    find: `flags.replace(/[^ims]/g, '')`,
    replace: `''`,
    expectFailing: ['a regular expression tests texts, alone and in arrays'],
  },
  {
    file: 'database/query/validate.ts',
    find: '!isList(branches) || branches.length === 0',
    replace: '!isList(branches)',
    expectFailing: ['an empty list of alternatives is refused'],
  },
];
