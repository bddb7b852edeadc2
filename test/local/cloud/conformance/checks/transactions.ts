import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Check } from '../check';
import { idsOf, refused } from '../expect';

const CONFLICT = '[ResourceUnavailable.TransactionConflict] Transaction is conflict';
const GONE = '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server';
const GUIDE = 'WeChat guide to database transactions';
const VENDOR = "the vendor's own transaction tests of node-sdk";

/** Snapshot, locks, conflicts and expiry. */
export const TRANSACTION_CHECKS: Check[] = [
  {
    name: 'a commit makes all writes visible, not before',
    source: GUIDE,
    async run({ db, plain }) {
      await plain.add({ data: [{ _id: 'a', n: 1 }, { _id: 'gone' }] });
      const transaction = await db.startTransaction();
      const inside = transaction.collection('plain');
      await inside.doc('a').update({ data: { n: 2 } });
      await inside.add({ data: { _id: 'b' } });
      await inside.doc('c').set({ data: { n: 3 } });
      await inside.doc('gone').remove();
      assert.deepEqual((await plain.get()).data, [{ _id: 'a', n: 1 }, { _id: 'gone' }]);
      await transaction.commit();
      assert.deepEqual((await plain.get()).data, [{ _id: 'a', n: 2 }, { _id: 'b' }, { _id: 'c', n: 3 }]);
    },
  },
  {
    name: 'a rollback leaves nothing behind',
    source: GUIDE,
    async run({ db, plain }) {
      await plain.add({ data: { _id: 'a', n: 1 } });
      const transaction = await db.startTransaction();
      await transaction
        .collection('plain')
        .doc('a')
        .update({ data: { n: 2 } });
      await transaction.collection('plain').add({ data: { _id: 'b' } });
      await transaction.rollback();
      assert.deepEqual((await plain.get()).data, [{ _id: 'a', n: 1 }]);
      assert.equal((await plain.doc('a').update({ data: { n: 3 } })).stats.updated, 1);
    },
  },
  {
    name: 'a transaction reads its own writes',
    source: GUIDE,
    async run({ db, plain }) {
      await plain.add({ data: { _id: 'a', n: 1 } });
      const transaction = await db.startTransaction();
      const inside = transaction.collection('plain');
      await inside.doc('a').update({ data: { n: 2 } });
      await inside.doc('a').update({ data: { m: 1 } });
      assert.deepEqual((await inside.doc('a').get()).data, { _id: 'a', n: 2, m: 1 });
      await inside.doc('a').remove();
      await transaction.commit();
      assert.equal((await plain.count()).total, 0);
    },
  },
  {
    name: 'a transaction sees the state of its start until it ends',
    source: `${GUIDE}: snapshot isolation`,
    async run({ lenient, plain }) {
      await plain.add({
        data: [
          { _id: 'a', n: 1 },
          { _id: 'b', n: 1 },
        ],
      });
      const transaction = await lenient.startTransaction();
      const inside = transaction.collection('plain');
      await plain.doc('a').update({ data: { n: 2 } });
      await plain.doc('a').update({ data: { n: 3 } });
      await plain.doc('b').remove();
      await plain.add({ data: { _id: 'c' } });
      assert.equal((await inside.doc('a').get()).data?.['n'], 1);
      assert.equal((await inside.doc('b').get()).data?.['n'], 1);
      assert.equal((await inside.doc('c').get()).data, null);
      await transaction.commit();
    },
  },
  {
    name: 'a missing document read in a transaction is null',
    source: VENDOR,
    async run({ lenient }) {
      const transaction = await lenient.startTransaction();
      assert.equal((await transaction.collection('plain').doc('none').get()).data, null);
      await transaction.rollback();
    },
  },
  {
    name: 'the second transaction to write a document fails at once and is over',
    source: `${GUIDE}; ${VENDOR}`,
    async run({ db, plain }) {
      await plain.add({ data: { _id: 'a', n: 1 } });
      const first = await db.startTransaction();
      const second = await db.startTransaction();
      await first
        .collection('plain')
        .doc('a')
        .update({ data: { n: 2 } });
      await refused(
        second
          .collection('plain')
          .doc('a')
          .update({ data: { n: 3 } }),
        -501001,
        CONFLICT,
      );
      await refused(second.rollback(), 'DATABASE_TRANSACTION_FAIL', GONE);
      await first.commit();
      assert.equal((await plain.doc('a').get()).data?.['n'], 2);
    },
  },
  {
    name: 'writing a document that changed after the snapshot is a conflict',
    source: VENDOR,
    async run({ db, plain }) {
      await plain.add({ data: { _id: 'a', n: 1 } });
      const transaction = await db.startTransaction();
      await plain.doc('a').update({ data: { n: 2 } });
      await refused(
        transaction
          .collection('plain')
          .doc('a')
          .update({ data: { n: 3 } }),
        -501001,
        CONFLICT,
      );
      const other = await db.startTransaction();
      await plain.add({ data: { _id: 'b' } });
      await refused(other.collection('plain').add({ data: { _id: 'b' } }), -501001, CONFLICT);
    },
  },
  {
    name: 'two transactions that take one unique key conflict',
    source: 'MongoDB: write conflict on a unique key',
    async run({ db, indexed }) {
      const first = await db.startTransaction();
      const second = await db.startTransaction();
      await first.collection('indexed').add({ data: { code: 'a' } });
      await refused(second.collection('indexed').add({ data: { code: 'a' } }), -501001, CONFLICT);
      await first.commit();
      assert.equal((await indexed.count()).total, 1);
    },
  },
  {
    name: 'a unique key that is taken is refused in a transaction, which is then over',
    source: 'MongoDB E11000; an error of a write aborts the transaction',
    async run({ db, indexed }) {
      await indexed.add({ data: { _id: 'x', code: 'a' } });
      const transaction = await db.startTransaction();
      await transaction.collection('indexed').add({ data: { _id: 'y', code: 'b' } });
      await refused(transaction.collection('indexed').add({ data: { code: 'a' } }), -502001, 'E11000');
      await refused(transaction.commit(), 'DATABASE_TRANSACTION_FAIL', GONE);
      assert.deepEqual(await idsOf(indexed), ['x']);
    },
  },
  {
    name: 'a transaction may move a unique key from one document to another',
    source: 'MongoDB: a transaction sees its own writes in unique indexes',
    async run({ db, indexed }) {
      await indexed.add({ data: { _id: 'x', code: 'a' } });
      const transaction = await db.startTransaction();
      await transaction.collection('indexed').doc('x').remove();
      await transaction.collection('indexed').add({ data: { _id: 'y', code: 'a' } });
      await refused(transaction.collection('indexed').add({ data: { code: 'a' } }), -502001, 'E11000');
      const again = await db.startTransaction();
      await again.collection('indexed').doc('x').remove();
      await again.collection('indexed').add({ data: { _id: 'y', code: 'a' } });
      await again.commit();
      assert.deepEqual(await idsOf(indexed.where({ code: 'a' })), ['y']);
    },
  },
  {
    name: 'a plain write waits for the transaction that holds the document',
    source: GUIDE,
    async run({ db, plain, _ }) {
      await plain.add({ data: { _id: 'a', n: 1 } });
      const transaction = await db.startTransaction();
      await transaction
        .collection('plain')
        .doc('a')
        .update({ data: { n: 10 } });
      let done = false;
      const waiting = plain.doc('a').update({ data: { n: _.inc(1) } });
      const condition = plain.where({ n: _.gte(10) }).update({ data: { seen: true } });
      void waiting.then(() => (done = true));
      await pause(40);
      assert.equal(done, false);
      await transaction.commit();
      assert.equal((await waiting).stats.updated, 1);
      await condition;
      assert.equal((await plain.doc('a').get()).data?.['n'], 11);
    },
  },
  {
    name: 'a plain add of an _id that a transaction takes waits and then collides',
    source: 'MongoDB: a plain write waits for the transaction',
    async run({ db, plain }) {
      const transaction = await db.startTransaction();
      await transaction.collection('plain').add({ data: { _id: 'a', by: 'transaction' } });
      const waiting = plain.add({ data: { _id: 'a', by: 'plain' } });
      const outcome = refused(waiting, -502001, 'E11000');
      await pause(20);
      await transaction.commit();
      await outcome;
      assert.equal((await plain.doc('a').get()).data?.['by'], 'transaction');
    },
  },
  {
    name: 'a transaction ends 30 seconds after its start and frees what it held',
    source: `${GUIDE}: must end within 30 seconds`,
    needs: 'local',
    async run(env) {
      const { db, plain } = env;
      await plain.add({ data: { _id: 'a', n: 1 } });
      const transaction = await db.startTransaction();
      await transaction
        .collection('plain')
        .doc('a')
        .update({ data: { n: 2 } });
      const waiting = plain.doc('a').update({ data: { m: 1 } });
      env.clock += 29_999;
      await transaction.collection('plain').doc('a').get();
      env.clock += 1;
      await waiting;
      await refused(transaction.commit(), 'DATABASE_TRANSACTION_FAIL', GONE);
      assert.deepEqual((await plain.doc('a').get()).data, { _id: 'a', n: 1, m: 1 });
    },
  },
  {
    name: 'a finished transaction is gone for every operation',
    source: VENDOR,
    async run({ db }) {
      const transaction = await db.startTransaction();
      await transaction.commit();
      await refused(transaction.commit(), 'DATABASE_TRANSACTION_FAIL', GONE);
      await refused(transaction.rollback(), 'DATABASE_TRANSACTION_FAIL', GONE);
      await refused(transaction.collection('plain').doc('a').get(), -501001, GONE);
      await refused(transaction.collection('plain').add({ data: { a: 1 } }), -501001, GONE);
    },
  },
  {
    name: 'where().get in a transaction is refused',
    source: `${GUIDE}: only doc() and add()`,
    async run({ db }) {
      const transaction = await db.startTransaction();
      await refused(
        transaction.collection('plain').where({ a: 1 }).get(),
        -501007,
        'not supported in a transaction',
      );
      await transaction.rollback();
    },
  },
  {
    name: 'serverDate in a transaction is refused',
    source: VENDOR,
    async run({ db, plain }) {
      const transaction = await db.startTransaction();
      const call = transaction.collection('plain').add({ data: { at: db.serverDate() } });
      await refused(call, -501007, 'serverDate is not supported in a transaction');
      await transaction.commit();
      assert.equal((await plain.count()).total, 0);
    },
  },
  {
    name: 'two transactions that read one document and write two others may both commit',
    source: 'snapshot isolation allows write skew',
    async run({ db, plain }) {
      await plain.add({
        data: [
          { _id: 'a', on: true },
          { _id: 'b', on: true },
        ],
      });
      const first = await db.startTransaction();
      const second = await db.startTransaction();
      await first.collection('plain').doc('b').get();
      await second.collection('plain').doc('a').get();
      await first
        .collection('plain')
        .doc('a')
        .update({ data: { on: false } });
      await second
        .collection('plain')
        .doc('b')
        .update({ data: { on: false } });
      await first.commit();
      await second.commit();
      assert.equal((await plain.where({ on: false }).count()).total, 2);
    },
  },
];
