import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import { APP_ID, openCloud, send } from '../cloud-under-test';
import { ANN, call, choose, FEE, order, place, type PayResult } from './cashier';

const MORNING = Date.parse('2026-03-10T08:00:00+08:00');
let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud({ now: MORNING });
});
afterAll(() => cloud.close());
const query = (outTradeNo: string) => call(cloud, 'queryOrder', { outTradeNo });
const refused = async (answer: Promise<PayResult>, sentence: RegExp): Promise<void> => {
  const { resultCode, errCodeDes } = await answer;
  expect(resultCode).toBe('FAIL');
  expect(errCodeDes).toMatch(sentence);
};

describe('unifiedOrder', () => {
  test('makes an order whose payment a phone can use', async () => {
    const made = await call(cloud, 'unifiedOrder', order('n1'));
    expect(made).toMatchObject({ returnCode: 'SUCCESS', resultCode: 'SUCCESS', tradeType: 'JSAPI' });
    expect(made['prepayId']).toMatch(/^wx20260310080\d{3}[\da-f]{20}$/);
    expect(made['payment']).toEqual({
      appId: APP_ID,
      timeStamp: expect.stringMatching(/^\d{10}$/),
      nonceStr: expect.any(String),
      package: `prepay_id=${made['prepayId'] as string}`,
      signType: 'MD5',
      paySign: expect.any(String),
    });
    expect(await query('n1')).toMatchObject({ tradeState: 'NOTPAY', outTradeNo: 'n1' });
  });

  test('gives the same prepayment for the same order again', async () => {
    const [first, second] = [await place(cloud, 'n2'), await place(cloud, 'n2')];
    expect(second).toBe(first);
  });

  test.each([
    ['amount', { totalFee: FEE + 1 }],
    ['text', { body: 'Something else' }],
    ['attachment', { attach: 'added' }],
    ['callback', { functionName: 'other' }],
  ])('refuses the same number with another %s', async (_, more) => {
    await place(cloud, 'n3');
    await refused(call(cloud, 'unifiedOrder', order('n3', more)), /商户订单号重复/);
  });

  test('refuses the same number of another user', async () => {
    await place(cloud, 'n4');
    await refused(call(cloud, 'unifiedOrder', order('n4'), 'o-ben'), /商户订单号重复/);
  });

  test.each([
    ['no number', { outTradeNo: undefined }, /out_trade_no/],
    ['a number that is too long', { outTradeNo: 'x'.repeat(33) }, /out_trade_no/],
    ['a number with other characters', { outTradeNo: '订单' }, /out_trade_no/],
    ['no amount', { totalFee: undefined }, /total_fee/],
    ['nothing to pay', { totalFee: 0 }, /total_fee/],
    ['a fraction of a fen', { totalFee: 1.5 }, /total_fee/],
    ['an amount as text', { totalFee: '100' }, /total_fee/],
    ['no text', { body: '' }, /body/],
    ['no address', { spbillCreateIp: undefined }, /spbill_create_ip/],
    ['no callback', { functionName: undefined }, /function_name/],
    ['another environment', { envId: 'elsewhere' }, /env_id/],
    ['an expiry that is no time', { timeExpire: '20261399000000' }, /time_expire/],
    ['an expiry that is near', { timeExpire: '20260310080001' }, /time_expire/],
  ])('refuses %s', async (_, more, sentence) => {
    await refused(call(cloud, 'unifiedOrder', order('n5', more)), sentence);
    expect(cloud.pay.orders().some(({ outTradeNo }) => outTradeNo === 'n5')).toBe(false);
  });

  test('tells an interface that does not exist', async () => {
    await refused(call(cloud, 'profitSharing', {}), /接口不存在/);
  });
});

describe('the user’s choice', () => {
  test('to pay makes the order paid, once', async () => {
    const sheet = await place(cloud, 'c1', { attach: 'kept' });
    expect(await choose(cloud, sheet, 'succeed')).toBe('requestPayment:ok');
    expect(await query('c1')).toMatchObject({
      tradeState: 'SUCCESS',
      subOpenid: ANN,
      totalFee: FEE,
      cashFee: FEE,
      attach: 'kept',
      transactionId: expect.stringMatching(/^4200000\d{21}$/),
      timeEnd: expect.stringMatching(/^20260310080\d{3}$/),
    });
    expect(await choose(cloud, sheet, 'succeed')).toBe('requestPayment:fail 该订单已支付');
    await refused(call(cloud, 'unifiedOrder', order('c1', { attach: 'kept' })), /已支付/);
  });

  test.each([
    ['cancel', 'requestPayment:fail cancel'],
    ['fail', 'requestPayment:fail 支付失败'],
  ])('to %s leaves the order unpaid, and it can be paid after', async (choice, errMsg) => {
    const sheet = await place(cloud, `c2-${choice}`);
    expect(await choose(cloud, sheet, choice)).toBe(errMsg);
    expect(await query(`c2-${choice}`)).toMatchObject({ tradeState: 'NOTPAY' });
    expect(await choose(cloud, sheet, 'succeed')).toBe('requestPayment:ok');
  });

  test('is the order’s own user’s alone', async () => {
    const sheet = await place(cloud, 'c3');
    expect(await choose(cloud, sheet, 'succeed', 'o-ben')).toBe('requestPayment:fail 支付者与下单者不一致');
    expect(
      (await send(cloud, { path: '/pay/choose', body: { package: sheet, choice: 'succeed' } })).status,
    ).toBe(401);
    expect(await query('c3')).toMatchObject({ tradeState: 'NOTPAY' });
  });

  test('comes too late after the expiry', async () => {
    const sheet = await place(cloud, 'c4', { timeExpire: '20260310090000' });
    await cloud.clock.set(Date.parse('2026-03-10T09:00:00+08:00'));
    expect(await choose(cloud, sheet, 'succeed')).toBe('requestPayment:fail 订单已过期');
    expect(await query('c4')).toMatchObject({ tradeState: 'NOTPAY' });
  });

  test('must be one that exists, on an order that exists', async () => {
    expect(await choose(cloud, 'prepay_id=none', 'succeed')).toBe('requestPayment:fail 预支付订单不存在');
    const headers = { authorization: `Bearer ${cloud.identity.mint({ openid: ANN })}` };
    for (const body of [{ package: 'p', choice: 'constructor' }, { choice: 'succeed' }])
      expect((await send(cloud, { path: '/pay/choose', headers, body })).status).toBe(400);
  });
});

describe('closeOrder and queryOrder', () => {
  test('a closed order stays closed', async () => {
    const sheet = await place(cloud, 'k1');
    expect(await call(cloud, 'closeOrder', { outTradeNo: 'k1' })).toMatchObject({ resultCode: 'SUCCESS' });
    expect(await query('k1')).toMatchObject({ tradeState: 'CLOSED' });
    expect(await choose(cloud, sheet, 'succeed')).toBe('requestPayment:fail 订单已关闭');
    await refused(call(cloud, 'closeOrder', { outTradeNo: 'k1' }), /已关闭/);
    await refused(call(cloud, 'unifiedOrder', order('k1')), /已关闭/);
  });

  test('a paid order cannot be closed', async () => {
    await choose(cloud, await place(cloud, 'k2'), 'succeed');
    await refused(call(cloud, 'closeOrder', { outTradeNo: 'k2' }), /已支付/);
  });

  test('close and payment at once: exactly one wins', async () => {
    for (const number of ['k3', 'k4', 'k5', 'k6']) {
      const sheet = await place(cloud, number);
      const [closed, paid] = await Promise.all([
        call(cloud, 'closeOrder', { outTradeNo: number }),
        choose(cloud, sheet, 'succeed'),
      ]);
      expect([closed.resultCode === 'SUCCESS', paid === 'requestPayment:ok'].filter(Boolean)).toHaveLength(1);
    }
  });

  test('an order that was never made is not found', async () => {
    await refused(query('nowhere'), /订单不存在/);
    await refused(call(cloud, 'closeOrder', { outTradeNo: 'nowhere' }), /订单不存在/);
  });

  test('err_code is named, though wx-server-sdk 4.0.2 writes its own errCode over it', async () => {
    const request = { sub_mch_id: '1900000001', out_trade_no: 'nowhere' };
    const answer = await cloud.pay.handle('queryOrder', request, undefined);
    expect(answer).toMatchObject({ result_code: 'FAIL', err_code: 'ORDERNOTEXIST' });
    expect(await query('nowhere')).toMatchObject({ resultCode: 'FAIL', errCode: 0 });
  });
});
