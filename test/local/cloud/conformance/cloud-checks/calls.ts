import assert from 'node:assert/strict';
import type { CloudCheck } from '../cloud-check';
import { refused } from '../expect';

const CAPTURED = 'captured from wx-server-sdk 4.0.2';
const CONTEXT = 'developers.weixin.qq.com, Cloud.getWXContext';

/** Functions that call functions, and who they are for the cloud. */
export const CALL_CHECKS: CloudCheck[] = [
  {
    name: 'a function calls another one and gets its result as a value',
    source: 'developers.weixin.qq.com, Cloud.callFunction',
    async run({ sdk }) {
      const { result } = await sdk.callFunction({ name: 'whoami', data: { a: [1, { b: '二' }] } });
      assert.deepEqual((result as { event: { a: unknown } }).event.a, [1, { b: '二' }]);
    },
  },
  {
    name: 'the called function sees the user of the caller and the chain of sources',
    source: CONTEXT,
    needs: 'local',
    async run({ sdk, as }) {
      as({ functionName: 'nested', openid: 'o-bob', source: 'wx_client' });
      const { result } = await sdk.callFunction({ name: 'whoami' });
      const { wx, event } = result as { wx: Record<string, unknown>; event: Record<string, unknown> };
      assert.equal(wx['OPENID'], 'o-bob');
      assert.equal(wx['SOURCE'], 'wx_client,scf');
      assert.deepEqual(event['userInfo'], { appId: 'wxlocal0001', openId: 'o-bob' });
    },
  },
  {
    name: 'a call without a user stays without one',
    source: CONTEXT,
    needs: 'local',
    async run({ sdk, as }) {
      as({ functionName: 'nightly' });
      const { result } = await sdk.callFunction({ name: 'whoami' });
      const { wx, event } = result as { wx: Record<string, unknown>; event: Record<string, unknown> };
      assert.equal(wx['OPENID'], undefined);
      assert.equal(wx['SOURCE'], 'wx_trigger,scf');
      assert.deepEqual(event, {});
    },
  },
  {
    name: 'what a function throws reaches its caller with the code of a failed execution',
    source: `${CAPTURED}: callFunction keeps the code and has errCode -1`,
    async run({ sdk }) {
      await refused(sdk.callFunction({ name: 'misbehave', data: { how: 'throws' } }), -1, 'as told');
    },
  },
  {
    name: 'a function that does not exist is refused',
    source: `${CAPTURED}; FUNCTIONS_EXECUTE_FAIL and the wording are from memory`,
    async run({ sdk }) {
      await refused(sdk.callFunction({ name: 'nowhere' }), -1, 'nowhere');
    },
  },
];
