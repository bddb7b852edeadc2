import assert from 'node:assert/strict';
import type { CloudCheck, CloudCheckEnvironment } from '../cloud-check';
import { refused } from '../expect';
import type { Data } from '../sdk';

const V2 = 'developers.weixin.qq.com, security.msgSecCheck 2.0';
const V1 = 'developers.weixin.qq.com, security.msgSecCheck 1.0 (no longer kept up since 2021-09-01)';
const CLOUD_CALLS = 'developers.weixin.qq.com, 云调用';
const HOUR = 3_600_000;

const OPTIONS = {
  riskyWords: [
    { text: '坏话', suggest: 'risky' as const, label: 20003 },
    { text: '广告', suggest: 'review' as const, label: 10001 },
  ],
};

const ask = ({ sdk, as }: CloudCheckEnvironment, data: Data, functionName = 'open'): Promise<Data> => {
  as({ functionName, openid: 'o-ann' });
  const check = sdk.openapi['security']?.['msgSecCheck'];
  assert.ok(check);
  return check(data);
};
const v2 = (content: string, more: Data = {}): Data => ({
  content,
  version: 2,
  scene: 2,
  openid: 'o-ann',
  ...more,
});

const check = (
  name: string,
  source: string,
  run: (env: CloudCheckEnvironment) => Promise<void>,
): CloudCheck => ({ name, source, needs: 'local', options: OPTIONS, run });

/** Texts that users write, and the permission to ask about them. */
export const CONTENT_SAFETY_CHECKS: CloudCheck[] = [
  check('version 2 answers what it makes of a text, and never refuses it for that', V2, async (env) => {
    const suggested = async (text: string): Promise<unknown> => (await ask(env, v2(text)))['result'];
    assert.deepEqual(await suggested('你好'), { suggest: 'pass', label: 100 });
    assert.deepEqual(await suggested('这是坏话和广告'), { suggest: 'risky', label: 20003 });
    assert.deepEqual(await suggested('这是广告'), { suggest: 'review', label: 10001 });
  }),
  check('version 2 tells each strategy and an id of the request', V2, async (env) => {
    const { detail, traceId } = await ask(env, v2('坏话'));
    const [model, keyword] = detail as [Data, Data];
    assert.equal(model['strategy'], 'content_model');
    assert.equal(model['suggest'], 'risky');
    assert.deepEqual(keyword, { strategy: 'keyword', errcode: 0 });
    assert.match(String(traceId), /^[0-9a-f]{8}-/);
  }),
  check('version 1 refuses a risky text and lets others pass', V1, async (env) => {
    await refused(ask(env, { content: '说坏话' }), 87014, 'risky content');
    const { errCode } = await ask(env, { content: '只是广告' });
    assert.equal(errCode, 0);
  }),
  check('version 2 wants a user who opened the mini program within two hours', V2, async (env) => {
    await env.cloud.invoke({ name: 'whoami', openid: 'o-bob' });
    await ask(env, v2('你好', { openid: 'o-bob' }));
    await env.cloud.clock.advance(2 * HOUR + 1);
    await refused(ask(env, v2('你好', { openid: 'o-bob' })), 61010, 'code is expired');
    await refused(ask(env, v2('你好', { openid: '' })), 40003, 'invalid openid');
  }),
  check('version 2 wants to know where the text stands', `${V2}; the code is from memory`, async (env) => {
    await refused(ask(env, v2('你好', { scene: 5 })), 40097, 'invalid args');
  }),
  check('a text that is empty or longer than 2500 characters is refused', V2, async (env) => {
    await refused(ask(env, v2('')), 44004, 'empty content');
    await refused(ask(env, v2('字'.repeat(2501))), 45002, 'content size out of limit');
    await ask(env, v2('字'.repeat(2500)));
  }),
  check(
    'a function whose config.json does not list an interface may not call it',
    CLOUD_CALLS,
    async (env) => {
      await refused(ask(env, v2('你好'), 'whoami'), -604101, '');
    },
  ),
  check(
    'an interface that does not exist is refused',
    `${CLOUD_CALLS}; the number is from memory`,
    async ({ sdk, as }) => {
      as({ functionName: 'open' });
      await refused(sdk.openapi['nothing']?.['likeThis']?.({}) ?? Promise.resolve(), -604100, '');
    },
  ),
];
