import type { Mutation } from '../mutation';

/** Order, page, fields and counts. */
export const RESULTS_MUTATIONS: readonly Mutation[] = [
  {
    file: 'database/query/order.ts',
    find: 'if (result !== 0) return result * direction;',
    replace: 'if (result !== 0) return result;',
    expectFailing: [
      'an array sorts by its least element ascending and its greatest descending',
      'orderBy sorts by several fields, each in its direction',
    ],
  },
  {
    file: 'database/values/kind.ts',
    find: 'Boolean = 40',
    replace: 'Boolean = 12',
    expectFailing: ['orderBy sorts types in the order of MongoDB, missing as null'],
  },
  {
    file: 'database/query/order.ts',
    find: 'compareSortValues(value, chosen) * direction < 0',
    replace: 'compareSortValues(value, chosen) < 0',
    expectFailing: ['an array sorts by its least element ascending and its greatest descending'],
  },
  {
    file: 'database/query/order.ts',
    find: 'const rows = items.map(',
    replace: 'const rows = [...items].reverse().map(',
    expectFailing: ['equal documents keep the order in which they were added'],
  },
  {
    file: 'database/actions/get-document.ts',
    find: 'sorted.slice(offset, offset + limit)',
    replace: 'sorted.slice(offset, limit)',
    expectFailing: ['skip and limit cut a page out of the sorted result'],
  },
  {
    file: 'database/limits.ts',
    find: 'DEFAULT_LIMIT = 100',
    replace: 'DEFAULT_LIMIT = 20',
    expectFailing: ['a get without a limit answers 100 documents and never more than 1000'],
  },
  {
    file: 'database/limits.ts',
    find: 'MAXIMUM_LIMIT = 1000',
    replace: 'MAXIMUM_LIMIT = 10_000',
    expectFailing: ['a get without a limit answers 100 documents and never more than 1000'],
  },
  {
    file: 'database/query/projection.ts',
    find: `if (including && !tree.has('_id')) tree.set('_id', true);`,
    replace: '',
    expectFailing: ['field keeps only the named fields and the _id'],
  },
  {
    file: 'database/query/projection.ts',
    find: 'return including ? undefined : field;',
    replace: 'return undefined;',
    expectFailing: ['field may leave named fields out instead'],
  },
  {
    file: 'database/query/projection.ts',
    find: 'if (modes.size > 1) throw',
    replace: 'if (modes.size > 9) throw',
    expectFailing: ['keeping some fields and leaving out others at once is refused'],
  },
  {
    file: 'database/actions/get-document.ts',
    find: 'const total = searchFor(context, { collection, query: queryOf(context, body) }).length;',
    replace: 'const total = searchFor(context, { collection, query: {} }).length;',
    expectFailing: [
      'count counts matches and, without a condition, everything',
      'where().update changes every match and counts those that became different',
    ],
  },
  {
    file: 'database/actions/modify-document.ts',
    find: 'return { changes, refusal };',
    replace: 'throw refusal;',
    expectFailing: ['where().update keeps what it changed before a document that refuses the update'],
  },
  {
    file: 'database/actions/modify-document.ts',
    find: `flagOf(body, 'multi') ? undefined`,
    replace: `flagOf(body, 'many') ? undefined`,
    expectFailing: ['where().remove removes every match'],
  },
  {
    file: 'database/query/projection.ts',
    find: 'return value.slice(from, from + count);',
    replace: 'return value.slice(from, count);',
    expectFailing: ['field may cut a part out of an array or take its first matching element'],
  },
];
