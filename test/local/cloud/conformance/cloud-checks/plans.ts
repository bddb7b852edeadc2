import assert from 'node:assert/strict';
import { until } from '../../cloud-under-test';
import type { CloudCheck } from '../cloud-check';
import { refused } from '../expect';

const ERRORS = 'developers.weixin.qq.com, cloud development error codes; numbers as wx-server-sdk maps them';
const QUOTA = 'developers.weixin.qq.com, resource quota: QPS, concurrent connections, concurrent requests';
const own = (limits: object) => ({
  quota: { name: 'own', operationsPerSecond: null, connections: null, functionConcurrency: null, ...limits },
});

/** Environments whose plan is used up for the moment. */
export const PLAN_CHECKS: CloudCheck[] = [
  {
    name: 'an operation above the operations per second of the plan is refused with -501003',
    source: `${ERRORS}; ${QUOTA}`,
    needs: 'local',
    options: own({ operationsPerSecond: 2 }),
    async run({ db }) {
      const notes = db.collection('notes');
      await notes.add({ data: { n: 1 } });
      await notes.add({ data: { n: 2 } });
      await refused(notes.add({ data: { n: 3 } }), -501003, 'in a second');
    },
  },
  {
    name: 'an operation that was refused by the plan has changed nothing',
    source: 'wx-server-sdk 4.0.2 throws, and the platform answers before it asks the database [from memory]',
    needs: 'local',
    options: own({ operationsPerSecond: 1 }),
    async run({ db, cloud }) {
      const notes = db.collection('notes');
      await notes.add({ data: { n: 1 } });
      await refused(notes.add({ data: { n: 2 } }), -501003, '');
      cloud.quota.set('unlimited');
      assert.equal((await notes.count()).total, 1);
    },
  },
  {
    name: 'more operations at a time than the plan has connections are refused with -501004',
    source: `${ERRORS}; ${QUOTA}; that connections are operations under way is from memory`,
    needs: 'local',
    options: own({ connections: 1 }),
    async run({ db, cloud }) {
      const notes = db.collection('notes');
      await notes.add({ data: { _id: 'a', n: 1 } });
      const transaction = await db.startTransaction();
      await transaction
        .collection('notes')
        .doc('a')
        .update({ data: { n: 2 } });
      // A plain write waits for the transaction and holds its connection meanwhile.
      const waiting = notes.doc('a').update({ data: { n: 3 } });
      await until(() => cloud.quota.use().connections === 1);
      await refused(notes.add({ data: {} }), -501004, '1 connections');
      cloud.quota.set('unlimited');
      await transaction.rollback();
      await waiting;
    },
  },
  {
    name: 'a call above the concurrency of a single function is refused, and other functions are served',
    source: `${QUOTA}; EXCEED_CONCURRENT_REQUEST_LIMIT of docs.cloudbase.net, error codes`,
    needs: 'local',
    options: own({ functionConcurrency: 1 }),
    async run({ sdk, cloud }) {
      const data = { how: 'clockTwice', wait: 300 };
      const busy = sdk.callFunction({ name: 'misbehave', data });
      await until(() => cloud.quota.use().functions.length === 1);
      const code = 'EXCEED_CONCURRENT_REQUEST_LIMIT';
      await refused(sdk.callFunction({ name: 'misbehave', data }), code, 'misbehave');
      assert.equal((await sdk.callFunction({ name: 'web', data: { path: '/number' } })).result, 7);
      await busy;
      assert.equal((await sdk.callFunction({ name: 'misbehave', data: { how: 'nothing' } })).result, null);
    },
  },
];
