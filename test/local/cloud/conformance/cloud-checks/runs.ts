import assert from 'node:assert/strict';
import type { CloudCheck, CloudCheckEnvironment } from '../cloud-check';
import { refused } from '../expect';
import type { Data } from '../sdk';

const ERRORS = 'docs.cloudbase.net, error codes of cloud functions';
const WORKS = 'docs.cloudbase.net, cloud functions, how they work: instances are isolated and used again';
const QUOTA = 'cloud.tencent.com/document/product/583/11637, limits of the running environment';
const MINUTE = 60_000;

const misbehave = ({ sdk }: CloudCheckEnvironment, data: Data): Promise<{ result: unknown }> =>
  sdk.callFunction({ name: 'misbehave', data });
const whoami = async ({ sdk }: CloudCheckEnvironment): Promise<{ pid: number; zone: string; wx: Data }> =>
  (await sdk.callFunction({ name: 'whoami' })).result as { pid: number; zone: string; wx: Data };

/** How a run of a function begins and ends. */
export const RUN_CHECKS: CloudCheck[] = [
  {
    name: 'a function whose time is up is ended, in the words of the platform',
    source: `${ERRORS}: FUNCTIONS_TIME_LIMIT_EXCEEDED; the sentence as users report it`,
    needs: 'local',
    options: { functionConfig: { functions: { endless: { timeoutMs: 300 } } } },
    async run({ sdk }) {
      const call = sdk.callFunction({ name: 'endless', data: { how: 'loops' } });
      await refused(call, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'Invoking task timed out after 0.3 seconds');
    },
  },
  {
    name: 'a function that takes more memory than it was given is ended, also with memory outside of the heap',
    source: `${ERRORS}: FUNCTIONS_MEMORY_LIMIT_EXCEEDED; the sentence is from memory`,
    needs: 'local',
    options: { functionConfig: { functions: { misbehave: { memoryMegabytes: 160 } } } },
    async run(env) {
      const code = 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED';
      await refused(misbehave(env, { how: 'buffers' }), code, 'memory usage exceeded 160 MB');
    },
  },
  {
    name: 'a function that ends its process has failed, and the next call gets a new instance',
    source: `${ERRORS}: FUNCTIONS_EXECUTE_FAIL; the sentence as users report it`,
    async run(env) {
      assert.equal((await misbehave(env, { how: 'counts' })).result, 1);
      await refused(
        misbehave(env, { how: 'exits' }),
        'FUNCTIONS_EXECUTE_FAIL',
        'Process exited unexpectedly',
      );
      assert.equal((await misbehave(env, { how: 'counts' })).result, 1);
    },
  },
  {
    name: 'an instance keeps the state of its modules from one event to the next',
    source: WORKS,
    async run(env) {
      // Somebody else may have used the instance before.
      const before = Number((await misbehave(env, { how: 'counts' })).result);
      assert.equal((await misbehave(env, { how: 'counts' })).result, before + 1);
    },
  },
  {
    name: 'calls at the same time have instances of their own',
    source: 'docs.cloudbase.net, cloud functions, mechanism: parallel requests create parallel instances',
    needs: 'local',
    async run(env) {
      await misbehave(env, { how: 'nothing' });
      const wait = { how: 'clockTwice', wait: 200 };
      await Promise.all([misbehave(env, wait), misbehave(env, wait)]);
      const records = env.cloud.host.logs({ name: 'misbehave' });
      assert.equal(new Set(records.map(({ instance }) => instance)).size, 2);
      assert.deepEqual(records.map(({ start }) => start).sort(), ['cold', 'cold', 'warm']);
    },
  },
  {
    name: 'a warm instance shows nothing of the user it served before',
    source: 'developers.weixin.qq.com, Cloud.getWXContext: no OPENID where no user calls',
    needs: 'local',
    async run(env) {
      const first = await whoami(env);
      env.as({ functionName: 'nightly' });
      const second = await whoami(env);
      assert.equal(second.pid, first.pid);
      assert.deepEqual([first.wx['OPENID'], second.wx['OPENID']], ['o-ann', undefined]);
    },
  },
  {
    name: 'a function runs in UTC unless it is told otherwise',
    source: 'docs.cloudbase.net, cloud functions, time zone: UTC+0, changed by the variable TZ',
    async run(env) {
      assert.equal((await whoami(env)).zone, 'UTC');
    },
  },
  {
    name: 'a result that JSON cannot express is a failure',
    source: 'developers.weixin.qq.com, Cloud.callFunction: results are JSON; JSON.stringify refuses these',
    async run(env) {
      await refused(misbehave(env, { how: 'bigint' }), 'FUNCTIONS_EXECUTE_FAIL', 'BigInt');
      await refused(misbehave(env, { how: 'circular' }), 'FUNCTIONS_EXECUTE_FAIL', 'circular');
    },
  },
  {
    name: 'no result is null, and a Buffer in a result becomes JSON',
    source:
      'developers.weixin.qq.com, 云函数: Buffer 会被 JSON 化; null is an experiment with JSON text on the wire',
    async run(env) {
      assert.equal((await misbehave(env, { how: 'nothing' })).result, null);
      const { bytes } = (await misbehave(env, { how: 'dates' })).result as Data;
      assert.deepEqual(bytes, { type: 'Buffer', data: [1] });
    },
  },
  {
    name: 'whatever is thrown is told to the caller, also what is no Error',
    source: `${ERRORS}: FUNCTIONS_EXECUTE_FAIL with what was thrown; the form for other values is from memory`,
    async run(env) {
      await refused(misbehave(env, { how: 'throwsText' }), 'FUNCTIONS_EXECUTE_FAIL', 'plain text');
      await refused(misbehave(env, { how: 'throwsObject' }), 'FUNCTIONS_EXECUTE_FAIL', '"an object"');
      await refused(misbehave(env, { how: 'throwsNothing' }), 'FUNCTIONS_EXECUTE_FAIL', 'undefined');
    },
  },
  {
    name: 'a result of more than 6 MB is refused between functions, one of 2 MB is not',
    source: `${QUOTA}: 6 MB; developers.weixin.qq.com, 1 MB counts for the mini program`,
    async run(env) {
      const { result } = await misbehave(env, { how: 'large', bytes: 2e6 });
      assert.equal(String(result).length, 2e6);
      await refused(
        misbehave(env, { how: 'large', bytes: 6.3e6 }),
        'FUNCTIONS_EXECUTE_FAIL',
        '6291456 are allowed',
      );
    },
  },
  {
    name: 'a result of more than 1 MB does not reach the mini program',
    source: 'developers.weixin.qq.com, error codes: -604001',
    needs: 'local',
    async run({ cloud }) {
      const call = (bytes: number) =>
        cloud.invoke({ name: 'misbehave', data: { how: 'large', bytes }, openid: 'o-ann' });
      assert.equal((await call(1024 * 1024 - 2)).errCode, undefined);
      assert.equal((await call(1024 * 1024 - 1)).errCode, -604001);
    },
  },
  {
    name: 'an event of more than 6 MB does not reach a function',
    source: `${QUOTA}: 6 MB; the code is EXCEED_MAX_PAYLOAD_SIZE of CloudBase’s list, its number is from memory`,
    needs: 'local',
    async run({ cloud }) {
      const answer = await cloud.invoke({
        name: 'misbehave',
        data: { how: 'nothing', x: 'x'.repeat(6.3e6) },
      });
      assert.equal(answer.errCode, -501007);
    },
  },
  {
    name: 'the operations of a run are counted under it, those of a nested call under the nested one',
    source: 'experiment: WX_API_TOKEN comes back with every request of the SDK',
    needs: 'local',
    async run({ sdk, cloud }) {
      const data = { name: 'store', data: { set: { id: 'a', text: '' }, get: 'a' } };
      await sdk.callFunction({ name: 'nested', data });
      const [outer] = cloud.host.logs({ name: 'nested' });
      const [inner] = cloud.host.logs({ name: 'store' });
      assert.equal(inner?.parent, outer?.requestId);
      assert.deepEqual([outer?.operations.reads, outer?.operations.writes], [0, 0]);
      assert.deepEqual(inner?.operations.byCollection, { notes: { reads: 1, writes: 1 } });
    },
  },
  {
    name: 'a timer goes by the clock of China and calls its function as a trigger, for no user',
    source:
      'developers.weixin.qq.com, timer triggers: UTC+8; SOURCE wx_trigger; serverless.com, Tencent timer: event',
    needs: 'local',
    async run({ cloud, db }) {
      const [timer] = cloud.timers.list();
      assert.equal(timer?.nextRun, Date.parse('2026-01-06T02:30:00+08:00'));
      await cloud.clock.set(timer.nextRun - MINUTE);
      assert.equal((await cloud.timers.runNow('every-night')).ok, true);
      const { data } = await db.collection('runs').get();
      const [run] = data as { event: Data; source: string; openid: unknown }[];
      assert.deepEqual([run?.source, run?.openid], ['wx_trigger', null]);
      assert.deepEqual([run?.event['Type'], run?.event['TriggerName']], ['Timer', 'every-night']);
    },
  },
];
