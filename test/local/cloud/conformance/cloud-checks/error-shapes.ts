import assert from 'node:assert/strict';
import type { CloudCheck } from '../cloud-check';

const SEEN = 'seen with wx-server-sdk 4.0.2';

interface Shape {
  code: unknown;
  errCode: unknown;
  /** Whether there is an errMsg that begins with the name of the call. */
  errMsg: string;
  message: string;
}

/** What an application sees of an error. */
async function shapeOf(call: Promise<unknown>): Promise<Shape> {
  const error = await call.then(
    () => assert.fail('was not refused'),
    (reason: unknown) => reason as { code?: unknown; errCode?: unknown; errMsg?: string; message: string },
  );
  const { code, errCode, errMsg = '', message } = error;
  return { code, errCode, errMsg, message };
}

/** Errors come in three shapes: an application has to know all of them. */
export const ERROR_SHAPE_CHECKS: CloudCheck[] = [
  {
    name: 'an operation on documents loses the code and has the number and the words of the SDK',
    source: `${SEEN}: get, add, update, set, remove and count`,
    async run({ db }) {
      const missing = db.collection('missing');
      const calls: [string, () => Promise<unknown>][] = [
        ['collection.get', () => missing.get()],
        ['collection.add', () => missing.add({ data: { _id: 'a' } })],
        ['collection.update', () => missing.where({ a: 1 }).update({ data: { b: 1 } })],
        ['collection.remove', () => missing.where({ a: 1 }).remove()],
        ['collection.count', () => missing.count()],
        ['document.get', () => missing.doc('a').get()],
        ['document.set', () => missing.doc('a').set({ data: { b: 1 } })],
        ['document.update', () => missing.doc('a').update({ data: { b: 1 } })],
        ['document.remove', () => missing.doc('a').remove()],
      ];
      for (const [name, call] of calls) {
        const { code, errCode, errMsg } = await shapeOf(call());
        assert.deepEqual([name, code, errCode], [name, undefined, -502005]);
        assert.ok(errMsg.startsWith(`${name}:fail -502005 database collection not exists.`), errMsg);
      }
    },
  },
  {
    name: 'aggregate, createCollection and callFunction keep the code and have the number -1',
    source: SEEN,
    async run({ db, sdk }) {
      await db.createCollection('twice').catch(() => undefined);
      const shapes = [
        await shapeOf(db.collection('missing').aggregate().match({ a: 1 }).end()),
        await shapeOf(db.createCollection('twice')),
        await shapeOf(sdk.callFunction({ name: 'nowhere' })),
      ];
      assert.deepEqual(
        shapes.map(({ errCode }) => errCode),
        [-1, -1, -1],
      );
      assert.equal(shapes[0]?.code, 'DATABASE_COLLECTION_NOT_EXIST');
      assert.ok(shapes.every(({ code }) => typeof code === 'string'));
    },
  },
  {
    name: 'starting and ending a transaction keep the code and have no number at all',
    source: SEEN,
    async run({ db }) {
      const transaction = await db.startTransaction();
      await transaction.rollback();
      for (const call of [() => transaction.commit(), () => transaction.rollback()]) {
        const { code, errCode, errMsg } = await shapeOf(call());
        assert.deepEqual([code, errCode, errMsg], ['DATABASE_TRANSACTION_FAIL', undefined, '']);
      }
    },
  },
  {
    name: 'a code that the SDK does not know becomes -501001, both codes of transactions among them',
    source: `${SEEN}: its table of codes has neither`,
    async run({ db }) {
      const transaction = await db.startTransaction();
      await transaction.rollback();
      const { code, errCode, message } = await shapeOf(transaction.collection('plain').doc('a').get());
      assert.deepEqual([code, errCode], [undefined, -501001]);
      assert.ok(message.includes('[ResourceUnavailable.TransactionNotExist]'), message);
    },
  },
  {
    name: 'a refusal of the database carries its own sentence behind that of the SDK',
    source: SEEN,
    async run({ db }) {
      const plain = db.collection('plain');
      await plain.add({ data: { _id: 'a', text: 'x' } });
      const { errCode, errMsg } = await shapeOf(plain.doc('a').update({ data: { text: db.command.inc(1) } }));
      assert.equal(errCode, -502001);
      assert.match(errMsg, /^document\.update:fail -502001 database request fail\. .*\$inc/);
    },
  },
  {
    name: 'a request beyond the quota is -501003, and one that found no time -501001',
    source: `${SEEN}: EXCEED_REQUEST_LIMIT is in its table, and its own time-out is a SYS_ERR`,
    needs: 'local',
    async run({ db, cloud }) {
      const plain = db.collection('plain');
      cloud.faults.set({ name: 'quota', times: 1 });
      assert.equal((await shapeOf(plain.get())).errCode, -501003);
      cloud.faults.set({ name: 'timeout-after', times: 1, ms: 1 });
      const late = await shapeOf(plain.add({ data: { _id: 'a' } }));
      assert.equal(late.errCode, -501001);
      assert.ok(late.errMsg.includes('request timeout'), late.errMsg);
      assert.equal((await plain.count()).total, 1);
    },
  },
];
