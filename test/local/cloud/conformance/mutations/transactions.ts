import type { Mutation } from '../mutation';

/** Snapshots, locks, conflicts and expiry. */
export const TRANSACTIONS_MUTATIONS: readonly Mutation[] = [
  {
    file: 'database/transactions/transaction.ts',
    find: 'writeThrough(this.workspace, [...this.changes.values()].sort(removalsFirst));',
    replace: 'void writeThrough;',
    expectFailing: ['a commit makes all writes visible, not before'],
  },
  {
    file: 'database/transactions/registry.ts',
    find: 'this.forget(transaction);\n    transaction.end();',
    replace: 'this.forget(transaction);\n    transaction.commit();',
    expectFailing: ['a rollback leaves nothing behind'],
  },
  {
    file: 'database/transactions/transaction.ts',
    find: 'this.signal();',
    replace: '',
    expectFailing: ['a plain write waits for the transaction that holds the document'],
  },
  {
    file: 'database/transactions/transaction.ts',
    find: 'if (own !== undefined) return pending(own);',
    replace: '',
    expectFailing: ['a transaction reads its own writes'],
  },
  {
    file: 'database/transactions/history.ts',
    find: 'seen === undefined ? current : seen.stored',
    replace: 'current ?? seen?.stored',
    expectFailing: ['a transaction sees the state of its start until it ends'],
  },
  {
    file: 'database/transactions/history.ts',
    find: '?.find((state) => state.until > snapshot)',
    replace: '?.findLast((state) => state.until > snapshot)',
    expectFailing: ['a transaction sees the state of its start until it ends'],
  },
  {
    file: 'database/transactions/transaction.ts',
    find: 'changed || locks.other(resources, this) !== undefined',
    replace: 'changed',
    expectFailing: ['the second transaction to write a document fails at once and is over'],
  },
  {
    file: 'database/transactions/transaction.ts',
    find: 'changed || locks.other(resources, this) !== undefined',
    replace: 'locks.other(resources, this) !== undefined',
    expectFailing: ['writing a document that changed after the snapshot is a conflict'],
  },
  {
    file: 'database/engine.ts',
    find: `'DATABASE_REQUEST_FAILED', 'DATABASE_TRANSACTION_CONFLICT'`,
    replace: `'DATABASE_REQUEST_FAILED'`,
    expectFailing: ['the second transaction to write a document fails at once and is over'],
  },
  {
    file: 'database/engine.ts',
    find: `'DATABASE_REQUEST_FAILED', 'DATABASE_TRANSACTION_CONFLICT'`,
    replace: `'DATABASE_TRANSACTION_CONFLICT'`,
    expectFailing: [
      'a transaction may move a unique key from one document to another',
      'a unique key that is taken is refused in a transaction, which is then over',
    ],
  },
  {
    file: 'database/store/unique.ts',
    find: '[documentResource(collection, id), ...keys]',
    replace: '[documentResource(collection, id)]',
    expectFailing: ['two transactions that take one unique key conflict'],
  },
  {
    file: 'database/transactions/transaction.ts',
    find: 'if (this.isTaken(change, index, entry)) throw',
    replace: 'if (index.id === 0) throw',
    expectFailing: ['a unique key that is taken is refused in a transaction, which is then over'],
  },
  {
    file: 'database/transactions/transaction.ts',
    find: 'holder.id !== id && !this.hasChanged(collection, holder.id)',
    replace: 'holder.id !== id',
    expectFailing: ['a transaction may move a unique key from one document to another'],
  },
  {
    file: 'database/transactions/transaction.ts',
    find: 'if (otherIndex === index && key === entry.key) return true;',
    replace: '',
    expectFailing: ['a transaction may move a unique key from one document to another'],
  },
  {
    file: 'database/transactions/plain-session.ts',
    find: 'if (holder !== undefined) throw new Blocked(holder);',
    replace: 'void Blocked; void holder;',
    expectFailing: ['a plain write waits for the transaction that holds the document'],
  },
  {
    file: 'database/limits.ts',
    find: 'TRANSACTION_LIFETIME = 30_000',
    replace: 'TRANSACTION_LIFETIME = 20_000',
    expectFailing: ['a transaction ends 30 seconds after its start and frees what it held'],
  },
  {
    file: 'database/limits.ts',
    find: 'TRANSACTION_LIFETIME = 30_000',
    replace: 'TRANSACTION_LIFETIME = 60_000',
    expectFailing: ['a transaction ends 30 seconds after its start and frees what it held'],
  },
  {
    file: 'database/transactions/registry.ts',
    find: 'this.open.delete(transaction.id);',
    replace: '',
    expectFailing: ['a finished transaction is gone for every operation'],
  },
  {
    file: 'database/failures.ts',
    find: `'DATABASE_TRANSACTION_FAIL'`,
    replace: `'DATABASE_REQUEST_FAILED'`,
    expectFailing: ['the second transaction to write a document fails at once and is over'],
  },
  {
    file: 'database/actions/get-document.ts',
    find: `refuseInTransaction(context, 'where().get()');`,
    replace: '',
    expectFailing: ['where().get in a transaction is refused'],
  },
  {
    file: 'database/actions/transaction-rules.ts',
    find: 'if (inTransaction) throw',
    replace: 'if (Number.isNaN(offset)) throw',
    expectFailing: ['serverDate in a transaction is refused'],
  },
  {
    file: 'database/transactions/transaction.ts',
    find: '    const own = this.changes.get(resource);',
    replace:
      '    const own = this.changes.get(resource); if (this.workspace.locks.other([resource], this)) throw transactionConflict(); this.workspace.locks.take([resource], this); this.resources.add(resource);',
    expectFailing: ['two transactions that read one document and write two others may both commit'],
  },
];
