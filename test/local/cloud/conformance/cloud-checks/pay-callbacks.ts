import assert from 'node:assert/strict';
import type { LocalCloud } from '../../../../../local/cloud';
import type { CheckFunction, CloudCheck } from '../cloud-check';
import { buy, choose, CLOUD_PAY, done, FEE, place, refund } from './pay-desk';

const PROTOCOL = `${CLOUD_PAY}, protocol of the payment callback's function`;
const WAITS =
  'pay.weixin.qq.com, payment notification: 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h';

/** A function that answers what it was told, and by whom; without the SDK it starts sooner. */
const answers = (errcode: string): Record<string, CheckFunction> => ({
  told: {
    code: `exports.main = async (event) => ({
      errcode: ${errcode},
      errmsg: [process.env.TCB_SOURCE, process.env.WX_OPENID, event.outTradeNo, event.totalFee, event.subOpenid,
        event.resultCode, event.outRefundNo, event.refundStatus].join('|'),
    });`,
  },
});

const told = async ({ pay }: LocalCloud): Promise<{ attempts: number; errmsg: string; state: string }[]> => {
  await pay.callbacksSettled();
  return pay.callbacks().map(({ attempts, state, lastAnswer = '{}' }) => {
    const { errmsg = '' } = JSON.parse(lastAnswer) as { errmsg?: string };
    return { attempts, errmsg, state };
  });
};

/** What functions are told of payments and refunds. */
export const PAY_CALLBACK_CHECKS: CloudCheck[] = [
  {
    name: 'the function that an order names is told of the payment, by wx_paycallback and in nobody’s name',
    source: `${PROTOCOL}; Cloud.getWXContext, SOURCE`,
    needs: 'local',
    functions: answers('0'),
    async run(env) {
      await buy(env, 'n1');
      const expected = `wx_paycallback||n1|${FEE}|o-ann|SUCCESS||`;
      assert.deepEqual(await told(env.cloud), [{ attempts: 1, errmsg: expected, state: 'delivered' }]);
    },
  },
  {
    name: 'the SDK tells a payment callback its source and no user',
    source: 'developers.weixin.qq.com, Cloud.getWXContext, SOURCE',
    needs: 'local',
    async run(env) {
      await place(env, 'n1', { functionName: 'callback' });
      await choose(env.cloud, 'n1');
      await env.cloud.pay.callbacksSettled();
      const { data } = await env.db.collection('callbacks').get();
      assert.deepEqual(
        data.map(({ source, openid }) => [source, openid]),
        [['wx_paycallback', null]],
      );
    },
  },
  {
    name: 'a callback that is not acknowledged comes again after 15 seconds',
    source: WAITS,
    needs: 'local',
    functions: answers('1'),
    async run(env) {
      await buy(env, 'n1');
      assert.equal((await told(env.cloud))[0]?.attempts, 1);
      await env.cloud.clock.advance(10_000);
      assert.equal((await told(env.cloud))[0]?.attempts, 1);
      await env.cloud.clock.advance(5000);
      assert.equal((await told(env.cloud))[0]?.attempts, 2);
    },
  },
  {
    name: 'a callback that answers a text instead of the number 0 comes again',
    source: `${PROTOCOL}: errcode is a number`,
    needs: 'local',
    functions: answers("'0'"),
    async run(env) {
      await buy(env, 'n1');
      assert.equal((await told(env.cloud))[0]?.state, 'waiting');
    },
  },
  {
    name: 'an acknowledged callback does not come again',
    source: PROTOCOL,
    needs: 'local',
    functions: answers('0'),
    async run(env) {
      await buy(env, 'n1');
      await told(env.cloud);
      await env.cloud.clock.advance(48 * 3_600_000);
      assert.equal((await told(env.cloud))[0]?.attempts, 1);
    },
  },
  {
    name: 'a user who does not pay causes no callback',
    source:
      'developers.weixin.qq.com, cloud hosting, payment callback: only a payment that succeeded is told',
    needs: 'local',
    async run(env) {
      await place(env, 'n1');
      await choose(env.cloud, 'n1', 'cancel');
      await choose(env.cloud, 'n1', 'fail');
      assert.deepEqual(await told(env.cloud), []);
    },
  },
  {
    name: 'the function that a refund names is told how the refund ended',
    source: 'pay.weixin.qq.com, API v2, refund notification',
    needs: 'local',
    functions: answers('0'),
    async run(env) {
      await buy(env, 'n1');
      done(await refund(env, 'r1', 1000, { functionName: 'told' }));
      await env.cloud.clock.advance(3000);
      await env.sdk.cloudPay['queryRefund']?.({ subMchId: '1900000001', outRefundNo: 'r1' });
      const [, second] = await told(env.cloud);
      assert.equal(second?.errmsg, `wx_paycallback||n1|${FEE}|||r1|SUCCESS`);
    },
  },
  {
    name: 'a callback of a payment can come twice, and tells the same',
    source: 'pay.weixin.qq.com, payment notification: the same notification may be sent more than once',
    needs: 'local',
    functions: answers('0'),
    async run(env) {
      env.cloud.faults.set({ name: 'callback-twice', times: 1 });
      await buy(env, 'n1');
      const [first, second, ...more] = await told(env.cloud);
      assert.equal(more.length, 0);
      assert.equal(second?.errmsg, first?.errmsg);
    },
  },
];
