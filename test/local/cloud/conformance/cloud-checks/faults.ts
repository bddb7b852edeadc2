import assert from 'node:assert/strict';
import type { FaultRule } from '../../../../../local/cloud';
import type { CloudCheck, CloudCheckEnvironment } from '../cloud-check';
import { refused } from '../expect';
import { useVariables } from '../sdk';

const CODES = 'developers.weixin.qq.com, cloud development error codes; numbers as wx-server-sdk maps them';
const SENT = 'experiment with wx-server-sdk 4.0.2: what it makes of an answer, or of none';
const TRANSACTIONS = 'TencentCloudBase/node-sdk, test/database/unit/transaction.test.ts';
const MEMORY = 'the wording is from memory';

type Body = (env: CloudCheckEnvironment) => Promise<void>;

const check = (name: string, source: string, run: Body): CloudCheck => ({
  ...{ name, source, run },
  needs: 'local',
});

const textOf = async ({ db }: CloudCheckEnvironment, id: string): Promise<unknown> =>
  (await db.collection('notes').where({ _id: id }).get()).data[0]?.['text'];
const write = ({ db }: CloudCheckEnvironment, id: string, text = 'written') =>
  db.collection('notes').doc(id).set({ data: { text } });

/** Sets a fault for writes of documents, once where not told otherwise. */
const strike = ({ cloud }: CloudCheckEnvironment, rule: FaultRule): number =>
  cloud.faults.set({ times: 1, match: { action: 'database.modifyDocument' }, ...rule });

/** How a call fails whose connection breaks; the SDK would go on to say, 3 s later, that it is slow. */
const failure = async (call: () => Promise<unknown>): Promise<string> => {
  useVariables({ SILENCE: 'true' });
  const error = await call().then(
    () => assert.fail('it did not fail'),
    (reason: unknown) => reason as { errMsg?: string; message?: string },
  );
  return `${error.errMsg ?? ''} ${error.message ?? ''}`;
};

/** What an application sees when the cloud does not answer, or not as it should. */
export const FAULT_CHECKS: CloudCheck[] = [
  check('a request that is lost before the work has changed nothing', SENT, async (env) => {
    strike(env, { name: 'timeout-before' });
    await refused(write(env, 'a'), -501001, 'request timeout');
    assert.equal(await textOf(env, 'a'), undefined);
  }),
  check('a request whose answer is lost may have done its work', SENT, async (env) => {
    strike(env, { name: 'timeout-after' });
    await refused(write(env, 'a'), -501001, 'request timeout');
    assert.equal(await textOf(env, 'a'), 'written');
  }),
  check('a connection that is reset before the work has changed nothing', SENT, async (env) => {
    strike(env, { name: 'reset-before' });
    assert.match(await failure(() => write(env, 'a')), /ECONNRESET|socket hang up/);
    assert.equal(await textOf(env, 'a'), undefined);
  }),
  check('a connection that is reset after the work has changed what it should', SENT, async (env) => {
    strike(env, { name: 'reset-after' });
    assert.match(await failure(() => write(env, 'a')), /ECONNRESET|socket hang up/);
    assert.equal(await textOf(env, 'a'), 'written');
  }),
  check('after a reset connection the next request is served', SENT, async (env) => {
    strike(env, { name: 'reset-before' });
    await failure(() => write(env, 'a'));
    await write(env, 'a');
    assert.equal(await textOf(env, 'a'), 'written');
  }),
  check('a full disk refuses writes with -501001 and goes on reading', `${CODES}; ${MEMORY}`, async (env) => {
    await write(env, 'a');
    env.cloud.faults.set({ name: 'full' });
    await refused(write(env, 'a', 'new'), -501001, 'disk is full');
    await refused(env.db.collection('notes').add({ data: {} }), -501001, 'disk is full');
    await refused(env.db.collection('notes').doc('a').remove(), -501001, 'disk is full');
    assert.equal(await textOf(env, 'a'), 'written');
  }),
  check(
    'a read-only database refuses writes with -501001 and goes on reading',
    `${CODES}; ${MEMORY}`,
    async (env) => {
      await write(env, 'a');
      env.cloud.faults.set({ name: 'read-only' });
      await refused(write(env, 'a', 'new'), -501001, 'readonly');
      assert.equal(await textOf(env, 'a'), 'written');
    },
  ),
  check('an environment without quota refuses reads and writes with -501003', CODES, async (env) => {
    env.cloud.faults.set({ name: 'quota' });
    await refused(write(env, 'a'), -501003, '');
    await refused(env.db.collection('notes').get(), -501003, '');
  }),
  check('a failing database answers -502001', CODES, async (env) => {
    strike(env, { name: 'database-fail' });
    await refused(write(env, 'a'), -502001, 'database request fail');
    assert.equal(await textOf(env, 'a'), undefined);
  }),
  check(
    'a conflict at the second operation ends the transaction with all it wrote',
    TRANSACTIONS,
    async (env) => {
      env.cloud.faults.set({ name: 'conflict', match: { action: 'database.modifyDocument' }, nth: 2 });
      const transaction = await env.db.startTransaction();
      const notes = transaction.collection('notes');
      await notes.doc('a').set({ data: { text: 'first' } });
      await refused(notes.doc('b').set({ data: { text: 'second' } }), -501001, 'TransactionConflict');
      await refused(transaction.commit(), 'DATABASE_TRANSACTION_FAIL', 'TransactionNotExist');
      assert.equal(await textOf(env, 'a'), undefined);
    },
  ),
  check(
    'a commit that the disk refuses leaves nothing and lets others write',
    `${CODES}; ${MEMORY}`,
    async (env) => {
      env.cloud.faults.set({ name: 'full', match: { action: 'database.commitTransaction' }, times: 1 });
      const transaction = await env.db.startTransaction();
      await transaction
        .collection('notes')
        .doc('a')
        .set({ data: { text: 'inside' } });
      await refused(transaction.commit(), 'SYS_ERR', 'disk is full');
      await write(env, 'a', 'outside');
      assert.equal(await textOf(env, 'a'), 'outside');
    },
  ),
  check('a function whose instance dies has done what it did until then', SENT, async (env) => {
    env.cloud.faults.set({ name: 'crash-before', match: { function: 'store', step: 2 }, times: 1 });
    const data = { set: { id: 'a', text: 'first' }, increase: 'a' };
    await refused(
      env.sdk.callFunction({ name: 'store', data }),
      'FUNCTIONS_EXECUTE_FAIL',
      'exited unexpectedly',
    );
    const { data: notes } = await env.db.collection('notes').get();
    assert.deepEqual(notes, [{ _id: 'a', text: 'first', n: 0 }]);
  }),
];
