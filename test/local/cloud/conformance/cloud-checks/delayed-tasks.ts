import assert from 'node:assert/strict';
import { until } from '../../cloud-under-test';
import type { CloudCheck, CloudCheckEnvironment } from '../cloud-check';
import { refused } from '../expect';
import type { Data } from '../sdk';

const PAGE = 'developers.weixin.qq.com, addDelayedFunctionTask';
const SISTER =
  'developers.weixin.qq.com, invokeCloudFunction, error codes (40097 for wrong values is from memory)';

const add = ({ sdk, as }: CloudCheckEnvironment, more: Data = {}, functionName = 'remind'): Promise<Data> => {
  as({ functionName, openid: 'o-ann' });
  const addTask = sdk.openapi['cloudbase']?.['addDelayedFunctionTask'];
  assert.ok(addTask);
  return addTask({
    env: 'local-env',
    functionName: 'web',
    data: '{"path":"/event"}',
    delayTime: 10,
    ...more,
  });
};
const check = (
  name: string,
  source: string,
  run: (env: CloudCheckEnvironment) => Promise<void>,
): CloudCheck => ({ name, source, needs: 'local', run });

/** Calls of functions that are to be made later. */
export const DELAYED_TASK_CHECKS: CloudCheck[] = [
  check(
    'a delayed task calls its function with its data when the time has come, and not before',
    PAGE,
    async (env) => {
      const { errCode, errMsg } = await add(env);
      assert.deepEqual([errCode, errMsg], [0, 'openapi.cloudbase.addDelayedFunctionTask:ok']);
      const [task] = env.cloud.delayedTasks.list();
      assert.equal((task?.dueAt ?? 0) - (task?.createdAt ?? 0), 10_000);
      await env.cloud.clock.advance(9_000);
      assert.deepEqual(env.cloud.host.logs({ name: 'web' }), []);
      await env.cloud.clock.advance(1_000);
      await until(() => env.cloud.delayedTasks.list()[0]?.state === 'done');
      const [record] = env.cloud.host.logs({ name: 'web' });
      assert.equal(record?.eventBytes, '{"path":"/event"}'.length);
      assert.equal(record.failure, undefined);
    },
  ),
  check(
    'a delayed task runs for no user, as a call over HTTP',
    'developers.weixin.qq.com, getWXContext: wx_http; that delayed tasks have it is from memory',
    async (env) => {
      await add(env);
      await env.cloud.clock.advance(10_000);
      await until(() =>
        env.cloud.host.logs({ name: 'web' }).some(({ durationMs }) => durationMs !== undefined),
      );
      assert.equal(env.cloud.host.logs({ name: 'web' })[0]?.source, 'wx_http');
    },
  ),
  check('a delay is between 6 seconds and 30 days', PAGE, async (env) => {
    await add(env, { delayTime: 6 });
    await add(env, { delayTime: 30 * 24 * 3600 });
    await refused(add(env, { delayTime: 5 }), 40097, 'delay_time');
    await refused(add(env, { delayTime: 30 * 24 * 3600 + 1 }), 40097, 'delay_time');
    assert.equal(env.cloud.delayedTasks.list().length, 2);
  }),
  check('a delayed task without a function or data is refused', SISTER, async (env) => {
    await refused(add(env, { functionName: '' }), 40101, 'missing');
    await refused(add(env, { data: '' }), 40101, 'missing');
  }),
  check('the data of a delayed task must be JSON text', PAGE, async (env) => {
    await refused(add(env, { data: "{'test':true}" }), 40097, 'JSON');
    await refused(add(env, { data: { test: true } }), 40097, 'JSON');
  }),
  check(
    'the data of a delayed task is at most 128 KB',
    'SCF, limits: events of asynchronous calls',
    async (env) => {
      const text = (bytes: number): string => JSON.stringify('x'.repeat(bytes - 2));
      await add(env, { data: text(128 * 1024) });
      await refused(add(env, { data: text(128 * 1024 + 1) }), 40097, 'large');
    },
  ),
  check('a delayed task belongs to an environment of one’s own', SISTER, async (env) => {
    await refused(add(env, { env: 'another-env' }), 40097, 'env');
  }),
  check(
    'a delayed task needs its permission in config.json',
    'developers.weixin.qq.com, 云调用: -604101',
    async (env) => {
      await refused(add(env, {}, 'phone-denied'), -604101, '-604101');
      assert.deepEqual(env.cloud.delayedTasks.list(), []);
    },
  ),
];
