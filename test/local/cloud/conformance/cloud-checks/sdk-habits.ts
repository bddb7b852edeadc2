import assert from 'node:assert/strict';
import type { CloudCheck, CloudCheckEnvironment } from '../cloud-check';
import type { Transaction } from '../sdk';

const SEEN = 'seen with wx-server-sdk 4.0.2';

/** Adds documents `a` and `b`, writes with `write` in a transaction that is rolled back, answers what is left. */
async function afterRollback(
  { db }: CloudCheckEnvironment,
  write: (transaction: Transaction) => Promise<unknown>,
): Promise<unknown[]> {
  const plain = db.collection('plain');
  await plain.add({
    data: [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ],
  });
  const transaction = await db.startTransaction();
  await write(transaction);
  await transaction.rollback();
  return (await plain.get()).data;
}

/** What the SDK does on its own way, whatever a guide says: an application must know it. */
export const SDK_HABIT_CHECKS: CloudCheck[] = [
  {
    name: 'runTransaction does not repeat its callback after the conflict of an operation',
    source: `${SEEN}: an operation's error loses its code, and runTransaction looks for the code`,
    async run({ db }) {
      const plain = db.collection('plain');
      await plain.add({ data: { _id: 'a', n: 1 } });
      const other = await db.startTransaction();
      await other
        .collection('plain')
        .doc('a')
        .update({ data: { n: 2 } });
      let runs = 0;
      const work = db.runTransaction(async (transaction) => {
        runs += 1;
        await transaction
          .collection('plain')
          .doc('a')
          .update({ data: { n: 3 } });
      });
      const error = await work.then(
        () => undefined,
        (reason: unknown) => reason as { errCode?: number; code?: string },
      );
      await other.rollback();
      assert.deepEqual([runs, error?.errCode, error?.code], [1, -501001, undefined]);
    },
  },
  {
    name: 'runTransaction repeats its callback three times after a conflict at the commit',
    source: `${SEEN}: the callback ran 4 times, without a pause in between`,
    needs: 'local',
    async run({ db, cloud }) {
      cloud.faults.set({ name: 'conflict', match: { action: 'database.commitTransaction' } });
      let runs = 0;
      const work = db.runTransaction(() => Promise.resolve((runs += 1)));
      const error = await work.then(
        () => undefined,
        (reason: unknown) => reason as { code?: string },
      );
      assert.deepEqual([runs, error?.code], [4, 'DATABASE_TRANSACTION_CONFLICT']);
    },
  },
  {
    name: 'runTransaction succeeds when a repeated commit does',
    source: `${SEEN}: the conflict at the commit is the one it repeats for`,
    needs: 'local',
    async run({ db, cloud }) {
      const plain = db.collection('plain');
      await plain.add({ data: { _id: 'a', n: 1 } });
      cloud.faults.set({ name: 'conflict', match: { action: 'database.commitTransaction' }, times: 2 });
      const result = await db.runTransaction(async (transaction) => {
        await transaction
          .collection('plain')
          .doc('a')
          .update({ data: { n: db.command.inc(1) } });
        return 'done';
      });
      assert.equal(result, 'done');
      assert.deepEqual((await plain.get()).data, [{ _id: 'a', n: 2 }]);
    },
  },
  {
    name: 'where().update of a transaction is written outside of it and outlives its rollback',
    source: `${SEEN}: no transaction id is sent`,
    async run(env) {
      const left = await afterRollback(env, (transaction) =>
        transaction
          .collection('plain')
          .where({ n: 1 })
          .update({ data: { n: 2 } }),
      );
      assert.deepEqual(left, [
        { _id: 'a', n: 2 },
        { _id: 'b', n: 2 },
      ]);
    },
  },
  {
    name: 'where().remove of a transaction removes outside of it',
    source: `${SEEN}: no transaction id is sent`,
    async run(env) {
      const left = await afterRollback(env, (transaction) =>
        transaction.collection('plain').where({ _id: 'a' }).remove(),
      );
      assert.deepEqual(left, [{ _id: 'b', n: 1 }]);
    },
  },
  {
    name: 'count and aggregate of a transaction do not see its writes',
    source: `${SEEN}: no transaction id is sent`,
    async run(env) {
      const left = await afterRollback(env, async (transaction) => {
        const inside = transaction.collection('plain');
        await inside.add({ data: { _id: 'c', n: 1 } });
        assert.equal((await inside.count()).total, 2);
        const { list } = await inside.aggregate().match({ n: 1 }).limit(10).end();
        assert.deepEqual(
          list.map(({ _id }) => _id),
          ['a', 'b'],
        );
      });
      assert.equal(left.length, 2);
    },
  },
  {
    name: 'an update with an empty object is dropped on its way and changes nothing',
    source: `${SEEN}: nested objects are flattened, and an empty one has no fields`,
    async run({ db }) {
      const plain = db.collection('plain');
      await plain.add({ data: { _id: 'a', kept: { x: 1 } } });
      const { stats } = await plain.doc('a').update({ data: { kept: {} } });
      assert.equal(stats.updated, 0);
      assert.deepEqual((await plain.doc('a').get()).data, { _id: 'a', kept: { x: 1 } });
    },
  },
  {
    name: 'a filter whose value is undefined is dropped, so that where matches more than was meant, and a where without any other throws at once',
    source: `${SEEN}: where({openid: undefined, b: 1}) is sent as {b: 1}`,
    async run({ db }) {
      const plain = db.collection('plain');
      await plain.add({
        data: [
          { _id: 'a', openid: 'o-ann', b: 1 },
          { _id: 'b', openid: 'o-bob', b: 1 },
          { _id: 'c', b: 2 },
        ],
      });
      assert.throws(() => plain.where({ openid: undefined }), /undefined/);
      const { data } = await plain.where({ openid: undefined, b: 1 }).get();
      assert.deepEqual(
        data.map(({ _id }) => _id),
        ['a', 'b'],
      );
    },
  },
  {
    name: 'a limit above 1000 is sent as 1000, and none as 100',
    source: `${SEEN}: the limit of a query is always sent, 100 where none was given`,
    async run({ db }) {
      const plain = db.collection('plain');
      await plain.add({ data: Array.from({ length: 1001 }, (_, at) => ({ _id: at })) });
      assert.equal((await plain.limit(5000).get()).data.length, 1000);
      assert.equal((await plain.get()).data.length, 100);
    },
  },
];
