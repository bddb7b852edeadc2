import assert from 'node:assert/strict';
import type { CloudCheck } from '../cloud-check';
import { ask, buy, CLOUD_PAY, done, FEE, place, refund, says, stateOf, WECHAT_PAY } from './pay-desk';

const REFUND = `${CLOUD_PAY}.refund`;
const QUERY = `${CLOUD_PAY}.queryRefund`;
const SAME_NUMBER = `${REFUND}: one refund number is refunded once, and a failed one is sent again under its number`;
const RULES = `${WECHAT_PAY}, refund: rules before the parameters`;
const DAY = 24 * 3_600_000;

/** Refunds, as they are asked for and told of. */
export const PAY_REFUND_CHECKS: CloudCheck[] = [
  {
    name: 'a refund is accepted first and done later',
    source: `${WECHAT_PAY}, refund: the answer only says that it was accepted`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      const accepted = await refund(env, 'r1', 1000);
      assert.deepEqual([accepted['outRefundNo'], accepted['refundFee']], ['r1', 1000]);
      const status = async () => (await ask(env, 'queryRefund', { outRefundNo: 'r1' }))['refundStatus_0'];
      assert.equal(await status(), 'PROCESSING');
      await env.cloud.clock.advance(3000);
      assert.equal(await status(), 'SUCCESS');
    },
  },
  {
    name: 'an order of which anything is refunded is REFUND',
    source: `${CLOUD_PAY}.queryOrder, trade_state`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      await refund(env, 'r1', 1);
      assert.equal(await stateOf(env), 'REFUND');
    },
  },
  {
    name: 'the same refund number with the same amount is one refund',
    source: SAME_NUMBER,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      const first = await refund(env, 'r1', 1000);
      assert.equal((await refund(env, 'r1', 1000))['refundId'], first['refundId']);
      assert.equal((await ask(env, 'queryRefund', { outTradeNo: 'n1' }))['totalRefundCount'], 1);
    },
  },
  {
    name: 'the same refund number with another amount is refused',
    source: `${WECHAT_PAY}, refund: error REFUND_FEE_MISMATCH`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      await refund(env, 'r1', 1000);
      says(await refund(env, 'r1', 999), '订单金额或退款金额与之前请求不一致，请核实后再试');
    },
  },
  {
    name: 'a refund names the total of its order',
    source: `${WECHAT_PAY}, refund: error REFUND_FEE_MISMATCH`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      says(
        await refund(env, 'r1', 1, { totalFee: FEE + 1 }),
        '订单金额或退款金额与之前请求不一致，请核实后再试',
      );
    },
  },
  {
    name: 'the parts of a refund never exceed what was paid',
    source: `${RULES}; the sentence is from the community`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      done(await refund(env, 'r1', 2000));
      says(await refund(env, 'r2', 501), 'refund_fee大于可退金额');
      done(await refund(env, 'r3', 500));
    },
  },
  {
    name: 'an order that was refunded in full is refused as that',
    source: 'community: ERROR with this sentence',
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      await refund(env, 'r1', FEE);
      says(await refund(env, 'r2', 1), '订单已全额退款');
    },
  },
  {
    name: 'an order is refunded in fifty parts at most',
    source: `${RULES}; the answer to the next one is from memory`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      for (let part = 1; part <= 50; part += 1) done(await refund(env, `r${part}`, 1));
      says(await refund(env, 'r51', 1), '该笔订单的退款次数已达上限');
    },
  },
  {
    name: 'an order can be refunded for a year',
    source: `${WECHAT_PAY}, refund: error TRADE_OVERDUE`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      await env.cloud.clock.advance(364 * DAY);
      done(await refund(env, 'r1', 1));
      await env.cloud.clock.advance(2 * DAY);
      says(await refund(env, 'r2', 1), '订单已经超过退款期限');
    },
  },
  {
    name: 'an order that was not paid has nothing to refund',
    source: `${WECHAT_PAY}, refund: error ORDERNOTEXIST`,
    needs: 'local',
    async run(env) {
      await place(env, 'n1');
      says(await refund(env, 'r1', 1), '订单不存在');
    },
  },
  {
    name: 'a refund that could not be sent back is CHANGE, and is taken up again under its number',
    source: SAME_NUMBER,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      env.cloud.faults.set({ name: 'refund-abnormal', times: 1 });
      const first = await refund(env, 'r1', FEE);
      const status = async () => (await ask(env, 'queryRefund', { outRefundNo: 'r1' }))['refundStatus_0'];
      await env.cloud.clock.advance(3000);
      assert.equal(await status(), 'CHANGE');
      assert.equal((await refund(env, 'r1', FEE))['refundId'], first['refundId']);
      await env.cloud.clock.advance(3000);
      assert.equal(await status(), 'SUCCESS');
    },
  },
  {
    name: 'a system error may hide a refund that was accepted, which the same request then tells',
    source: `${WECHAT_PAY}, refund: after SYSTEMERROR the same number is sent again`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      env.cloud.faults.set({ name: 'refund-fail-after', times: 1 });
      says(await refund(env, 'r1', FEE), '系统错误');
      done(await refund(env, 'r1', FEE));
      assert.equal((await ask(env, 'queryRefund', { outTradeNo: 'n1' }))['totalRefundCount'], 1);
    },
  },
  {
    name: 'a refund can be refused for its frequency',
    source: `${WECHAT_PAY}, refund: error FREQUENCY_LIMITED; the sentence is from the community`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      env.cloud.faults.set({ name: 'refund-frequency', times: 1 });
      says(await refund(env, 'r1', 1), '频率限制，1个月之前的订单申请退款请降低频率再重试');
    },
  },
  {
    name: 'the refunds of an order are told ten at a time, from an offset',
    source: `${QUERY}, paging`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      for (let part = 0; part < 11; part += 1) await refund(env, `r${part}`, 1);
      const [first, rest] = [
        await ask(env, 'queryRefund', { outTradeNo: 'n1' }),
        await ask(env, 'queryRefund', { outTradeNo: 'n1', offset: 10 }),
      ];
      assert.deepEqual(
        [first['totalRefundCount'], first['refundCount'], first['outRefundNo_9']],
        [11, 10, 'r9'],
      );
      assert.deepEqual([rest['refundCount'], rest['outRefundNo_0']], [1, 'r10']);
      says(await ask(env, 'queryRefund', { outTradeNo: 'n1', offset: 12 }), 'invalid offset');
    },
  },
  {
    name: 'a refund query prefers the refund’s numbers to those of the order',
    source: `${QUERY}: refund_id > out_refund_no > transaction_id > out_trade_no`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      const { refundId } = await refund(env, 'r1', 1);
      await refund(env, 'r2', 2);
      const byBoth = await ask(env, 'queryRefund', { refundId, outRefundNo: 'r2', outTradeNo: 'n1' });
      assert.deepEqual([byBoth['totalRefundCount'], byBoth['outRefundNo_0']], [1, 'r1']);
      const byNumber = await ask(env, 'queryRefund', { outRefundNo: 'r2', outTradeNo: 'n1' });
      assert.deepEqual([byNumber['totalRefundCount'], byNumber['outRefundNo_0']], [1, 'r2']);
    },
  },
  {
    name: 'a refund that nobody asked for is not found',
    source: `${WECHAT_PAY}, refund query: error REFUNDNOTEXIST`,
    needs: 'local',
    async run(env) {
      says(await ask(env, 'queryRefund', { outRefundNo: 'r1' }), '退款订单查询失败');
    },
  },
];
