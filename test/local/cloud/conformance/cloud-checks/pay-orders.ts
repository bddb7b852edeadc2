import assert from 'node:assert/strict';
import type { CloudCheck } from '../cloud-check';
import type { Data } from '../sdk';
import { ask, buy, choose, CLOUD_PAY, done, place, says, WECHAT_PAY } from './pay-desk';

const UNIFIED = `${CLOUD_PAY}.unifiedOrder`;
const PAID_AGAIN = `${WECHAT_PAY}, unified order: errors ORDERPAID and ORDERCLOSED`;
const SEEN_201 =
  'community, many answers with INVALID_REQUEST and this sentence; the documents name the code';

/** Orders, as they are made. */
export const PAY_ORDER_CHECKS: CloudCheck[] = [
  {
    name: 'an order gives the parameters that wx.requestPayment takes',
    source: UNIFIED,
    needs: 'local',
    async run(env) {
      const made = await place(env, 'n1');
      const { payment, prepayId, tradeType } = made;
      assert.deepEqual(Object.keys(payment as Data).sort(), [
        ...['appId', 'nonceStr', 'package', 'paySign', 'signType', 'timeStamp'],
      ]);
      assert.equal((payment as Data)['package'], `prepay_id=${String(prepayId)}`);
      assert.equal(typeof (payment as Data)['timeStamp'], 'string');
      assert.deepEqual(
        [tradeType, made['errCode'], made['errMsg']],
        ['JSAPI', 0, 'cloudPay.unifiedOrder:ok'],
      );
    },
  },
  {
    name: 'the same order again gives the same prepayment',
    source: `${WECHAT_PAY}, unified order: a repeated order must bring the parameters of the first`,
    needs: 'local',
    async run(env) {
      const first = await place(env, 'n1');
      assert.equal((await place(env, 'n1', { nonceStr: 'other' }))['prepayId'], first['prepayId']);
      assert.equal(env.cloud.pay.orders().length, 1);
    },
  },
  {
    name: 'a known order number with another amount is refused as used',
    source: SEEN_201,
    needs: 'local',
    async run(env) {
      await place(env, 'n1');
      says(await place(env, 'n1', { totalFee: 2501 }), '201 商户订单号重复');
    },
  },
  {
    name: 'an order number is used once by each merchant',
    source: `${UNIFIED}, out_trade_no: unique under one merchant`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      done(await place(env, 'n1', { subMchId: '1900000002', totalFee: 1 }));
    },
  },
  {
    name: 'an order that is paid cannot be placed again',
    source: PAID_AGAIN,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      says(await place(env, 'n1'), '该订单已支付');
    },
  },
  {
    name: 'an order that is closed cannot be placed again',
    source: PAID_AGAIN,
    needs: 'local',
    async run(env) {
      await place(env, 'n1');
      done(await ask(env, 'closeOrder', { outTradeNo: 'n1' }));
      says(await place(env, 'n1'), '订单已关闭');
    },
  },
  {
    name: 'an order number has at most 32 letters, digits and signs',
    source: `${UNIFIED}, out_trade_no; the wording is from memory`,
    needs: 'local',
    async run(env) {
      says(await place(env, 'x'.repeat(33)), 'out_trade_no字段长度错误');
      says(await place(env, '订单'), 'out_trade_no字段格式错误');
      done(await place(env, 'A_-|*@9'));
    },
  },
  {
    name: 'an amount is a whole number of fen above nothing',
    source: `${UNIFIED}, total_fee; the wording is from memory`,
    needs: 'local',
    async run(env) {
      for (const totalFee of [0, -1, 1.5, '100'])
        says(await place(env, 'n1', { totalFee }), 'invalid total_fee');
      assert.deepEqual(env.cloud.pay.orders(), []);
    },
  },
  {
    name: 'an order is refused where a parameter is missing',
    source: `${UNIFIED}, required parameters; the wording is from memory`,
    needs: 'local',
    async run(env) {
      says(await place(env, 'n1', { functionName: undefined }), '缺少参数function_name');
      says(await place(env, 'n1', { body: undefined }), '缺少参数body');
    },
  },
  {
    name: 'an order cannot be paid once it has expired',
    source: `${UNIFIED}, time_expire; the wording at the phone is from memory`,
    needs: 'local',
    async run(env) {
      await place(env, 'n1', { timeExpire: '20260105091500' });
      await env.cloud.clock.advance(15 * 60_000);
      assert.equal(await choose(env.cloud, 'n1'), 'requestPayment:fail 订单已过期');
    },
  },
  {
    name: 'a prepayment is good for two hours, and the same order then gives another',
    source: `${UNIFIED}, prepay_id`,
    needs: 'local',
    async run(env) {
      const first = await place(env, 'n1');
      await env.cloud.clock.advance(2 * 3_600_000);
      assert.equal(await choose(env.cloud, 'n1'), 'requestPayment:fail 订单已过期');
      assert.notEqual((await place(env, 'n1'))['prepayId'], first['prepayId']);
      assert.equal(await choose(env.cloud, 'n1'), 'requestPayment:ok');
    },
  },
  {
    name: 'a system error may hide an order that was made, which the same request then gives',
    source: `${WECHAT_PAY}, unified order: after SYSTEMERROR the same parameters are sent again`,
    needs: 'local',
    async run(env) {
      env.cloud.faults.set({ name: 'pay-fail-after', times: 1 });
      says(await place(env, 'n1'), '系统错误');
      const [made] = env.cloud.pay.orders();
      assert.equal((await place(env, 'n1'))['prepayId'], made?.prepayId);
    },
  },
  {
    name: 'the SDK writes its own errCode over that of the provider, whose sentence stays',
    source: 'captured from wx-server-sdk 4.0.2: cloudPay adds errCode 0 to every answer',
    needs: 'local',
    async run(env) {
      const answer = await ask(env, 'queryOrder', { outTradeNo: 'nowhere' });
      says(answer, '订单不存在');
      assert.equal(answer['errCode'], 0);
    },
  },
  {
    name: 'an interface that cloudPay does not have is refused',
    source: 'from memory',
    needs: 'local',
    async run(env) {
      says(await ask(env, 'profitSharing'), '接口不存在');
    },
  },
];
