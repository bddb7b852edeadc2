import assert from 'node:assert/strict';
import type { CloudCheck } from '../cloud-check';
import { ask, buy, choose, CLOUD_PAY, done, FEE, place, says, stateOf, WECHAT_PAY } from './pay-desk';

const QUERY = `${CLOUD_PAY}.queryOrder, trade_state`;
const CLOSE = `${CLOUD_PAY}.closeOrder`;

/** Where orders stand, and how they are closed. */
export const PAY_STATE_CHECKS: CloudCheck[] = [
  {
    name: 'an unpaid order is NOTPAY and has no transaction',
    source: QUERY,
    needs: 'local',
    async run(env) {
      await place(env, 'n1');
      const answer = await ask(env, 'queryOrder', { outTradeNo: 'n1' });
      assert.equal(answer['tradeState'], 'NOTPAY');
      assert.equal('transactionId' in answer, false);
    },
  },
  {
    name: 'a paid order is SUCCESS and tells who paid what, when, and by which transaction',
    source: QUERY,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1', { attach: 'kept' });
      const answer = await ask(env, 'queryOrder', { outTradeNo: 'n1' });
      assert.equal(answer['tradeState'], 'SUCCESS');
      assert.deepEqual([answer['subOpenid'], answer['totalFee'], answer['attach']], ['o-ann', FEE, 'kept']);
      assert.match(String(answer['transactionId']), /^4200000\d{21}$/);
      assert.match(String(answer['timeEnd']), /^202601050900\d\d$/);
    },
  },
  {
    name: 'an order can be named by its transaction alone',
    source: `${CLOUD_PAY}.queryOrder, transaction_id or out_trade_no`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      const { transactionId } = await ask(env, 'queryOrder', { outTradeNo: 'n1' });
      assert.equal((await ask(env, 'queryOrder', { transactionId }))['outTradeNo'], 'n1');
      says(await ask(env, 'queryOrder', { transactionId: '4200000' }), '订单不存在');
    },
  },
  {
    name: 'a payment that the user cancels leaves the order to be paid',
    source: 'developers.weixin.qq.com, wx.requestPayment: requestPayment:fail cancel',
    needs: 'local',
    async run(env) {
      await place(env, 'n1');
      assert.equal(await choose(env.cloud, 'n1', 'cancel'), 'requestPayment:fail cancel');
      assert.equal(await stateOf(env), 'NOTPAY');
      assert.equal(await choose(env.cloud, 'n1'), 'requestPayment:ok');
    },
  },
  {
    name: 'a paid order cannot be paid again',
    source: `${WECHAT_PAY}, unified order: ORDERPAID; the wording at the phone is from memory`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      const { transactionId } = await ask(env, 'queryOrder', { outTradeNo: 'n1' });
      assert.equal(await choose(env.cloud, 'n1'), 'requestPayment:fail 该订单已支付');
      assert.equal((await ask(env, 'queryOrder', { outTradeNo: 'n1' }))['transactionId'], transactionId);
    },
  },
  {
    name: 'a closed order is CLOSED and cannot be paid',
    source: CLOSE,
    needs: 'local',
    async run(env) {
      await place(env, 'n1');
      done(await ask(env, 'closeOrder', { outTradeNo: 'n1' }));
      assert.equal(await stateOf(env), 'CLOSED');
      assert.equal(await choose(env.cloud, 'n1'), 'requestPayment:fail 订单已关闭');
    },
  },
  {
    name: 'a paid order cannot be closed',
    source: `${WECHAT_PAY}, close order: error ORDERPAID`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      says(await ask(env, 'closeOrder', { outTradeNo: 'n1' }), '该订单已支付');
      assert.equal(await stateOf(env), 'SUCCESS');
    },
  },
  {
    name: 'an order is closed once, and then said to be closed',
    source: `${WECHAT_PAY}, close order: error ORDERCLOSED`,
    needs: 'local',
    async run(env) {
      await place(env, 'n1');
      await ask(env, 'closeOrder', { outTradeNo: 'n1' });
      says(await ask(env, 'closeOrder', { outTradeNo: 'n1' }), '订单已关闭');
    },
  },
  {
    name: 'an order whose bank failed is PAYERROR and can be paid again',
    source: `${QUERY}: PAYERROR, as when a bank answers with a failure`,
    needs: 'local',
    async run(env) {
      await place(env, 'n1');
      env.cloud.faults.set({ name: 'bank-error', times: 1 });
      assert.match(await choose(env.cloud, 'n1'), /^requestPayment:fail /);
      assert.equal(await stateOf(env), 'PAYERROR');
      assert.equal(await choose(env.cloud, 'n1'), 'requestPayment:ok');
    },
  },
  {
    name: 'an order whose bank has not answered is USERPAYING, cannot be closed, and is paid in the end',
    source: `${QUERY}: USERPAYING; ${WECHAT_PAY}, close order of a platform: error USERPAYING`,
    needs: 'local',
    async run(env) {
      await place(env, 'n1');
      env.cloud.faults.set({ name: 'bank-slow', ms: 30_000, times: 1 });
      assert.match(await choose(env.cloud, 'n1'), /^requestPayment:fail /);
      assert.equal(await stateOf(env), 'USERPAYING');
      says(await ask(env, 'closeOrder', { outTradeNo: 'n1' }), '用户支付中，需要输入密码');
      await env.cloud.clock.advance(30_000);
      assert.equal(await stateOf(env), 'SUCCESS');
    },
  },
];
