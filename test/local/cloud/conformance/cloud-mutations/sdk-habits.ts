import type { Mutation } from '../mutation';

/** What the SDK makes of the answers that the cloud gives it. */
export const SDK_HABIT_MUTATIONS: readonly Mutation[] = [
  {
    file: 'database/transactions/transaction.ts',
    find: 'changed || locks.other(resources, this) !== undefined',
    replace: 'changed',
    expectFailing: ['runTransaction does not repeat its callback after the conflict of an operation'],
  },
  {
    file: 'database/failures.ts',
    find: `'DATABASE_TRANSACTION_CONFLICT',`,
    replace: `'DATABASE_CONFLICT',`,
    expectFailing: [
      'runTransaction repeats its callback three times after a conflict at the commit',
      'runTransaction succeeds when a repeated commit does',
    ],
  },
  {
    file: 'database/actions/modify-document.ts',
    find: '.slice(0, most)',
    replace: '.slice(0, 0)',
    expectFailing: [
      'where().update of a transaction is written outside of it and outlives its rollback',
      'where().remove of a transaction removes outside of it',
    ],
  },
  {
    file: 'database/transactions/registry.ts',
    find: 'this.forget(transaction);\n    transaction.end();',
    replace: 'this.forget(transaction);\n    transaction.commit();',
    expectFailing: ['count and aggregate of a transaction do not see its writes'],
  },
  {
    file: 'database/actions/modify-document.ts',
    find: 'text === before.text ? []',
    replace: `text === '' ? []`,
    expectFailing: ['an update with an empty object is dropped on its way and changes nothing'],
  },
  {
    file: 'database/actions/parameters.ts',
    find: `body['query'] === undefined ? {}`,
    replace: `body['query'] !== undefined ? {}`,
    expectFailing: [
      'a filter whose value is undefined is dropped, so that where matches more than was meant, and a where without any other throws at once',
    ],
  },
  {
    file: 'database/actions/parameters.ts',
    find: `Math.min(count(body, 'limit', DEFAULT_LIMIT) || DEFAULT_LIMIT, MAXIMUM_LIMIT)`,
    replace: 'DEFAULT_LIMIT',
    expectFailing: ['a limit above 1000 is sent as 1000, and none as 100'],
  },
  {
    file: 'database/failures.ts',
    find: `'DATABASE_COLLECTION_NOT_EXIST'`,
    replace: `'DATABASE_PERMISSION_DENIED'`,
    expectFailing: [
      'an operation on documents loses the code and has the number and the words of the SDK',
      'aggregate, createCollection and callFunction keep the code and have the number -1',
    ],
  },
  {
    file: 'database/failures.ts',
    find: `'DATABASE_TRANSACTION_FAIL'`,
    replace: `'DATABASE_REQUEST_FAILED'`,
    expectFailing: [
      'starting and ending a transaction keep the code and have no number at all',
      'a code that the SDK does not know becomes -501001, both codes of transactions among them',
    ],
  },
  {
    file: 'protocol/envelope.ts',
    find: 'code: error.code, message: error.message',
    replace: `code: error.code, message: ''`,
    expectFailing: ['a refusal of the database carries its own sentence behind that of the SDK'],
  },
  {
    file: 'faults/refusals.ts',
    find: `new CloudError('EXCEED_REQUEST_LIMIT', 'quota is used up')`,
    replace: `new CloudError('SYS_ERR', 'quota is used up')`,
    expectFailing: ['a request beyond the quota is -501003, and one that found no time -501001'],
  },
];
