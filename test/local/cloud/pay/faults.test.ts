import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '../cloud-under-test';
import { openProvider, type Provider } from './provider';

let provider: Provider;
beforeEach(() => {
  provider = openProvider(Date.parse('2026-03-10T09:30:00+08:00'), { refundDelayMs: 60_000 });
});
afterEach(() => provider.pay.close());

const buy = async (outTradeNo: string): Promise<void> => {
  await provider.place(outTradeNo);
  expect(await provider.choose(outTradeNo)).toBe('requestPayment:ok');
};
const query = (outTradeNo: string) => provider.ask('queryOrder', { out_trade_no: outTradeNo });
const SYSTEM_ERROR = { result_code: 'FAIL', err_code: 'SYSTEMERROR' };

describe('a system error although the work was done', () => {
  test('leaves an order that the same request answers', async () => {
    provider.faults.set({ name: 'pay-fail-after', times: 1 });
    expect(await provider.place('o1')).toMatchObject(SYSTEM_ERROR);
    const [made] = provider.pay.orders();
    expect(await provider.place('o1')).toMatchObject({ prepay_id: made?.prepayId });
    expect(provider.pay.orders()).toHaveLength(1);
  });

  test('leaves a refund that the same request answers', async () => {
    await buy('o2');
    provider.faults.set({ name: 'refund-fail-after', times: 1 });
    expect(await provider.refund('o2', 'o2-a', 2500)).toMatchObject(SYSTEM_ERROR);
    expect(await provider.refund('o2', 'o2-a', 2500)).toMatchObject({ result_code: 'SUCCESS' });
    expect(provider.pay.refunds()).toHaveLength(1);
  });

  test('leaves an order that is closed', async () => {
    await provider.place('o3');
    provider.faults.set({ name: 'close-fail-after', times: 1 });
    expect(await provider.ask('closeOrder', { out_trade_no: 'o3' })).toMatchObject(SYSTEM_ERROR);
    expect(await query('o3')).toMatchObject({ trade_state: 'CLOSED' });
    expect(await provider.ask('closeOrder', { out_trade_no: 'o3' })).toMatchObject({
      err_code: 'ORDERCLOSED',
    });
  });

  test('does not strike where the answer is a refusal anyway', async () => {
    provider.faults.set({ name: 'refund-fail-after', times: 1 });
    expect(await provider.refund('none', 'none-a', 1)).toMatchObject({ err_code: 'ORDERNOTEXIST' });
    expect(provider.faults.list()).toHaveLength(1);
  });
});

describe('a bank', () => {
  test('that fails leaves an order that can be paid again', async () => {
    await provider.place('b1');
    provider.faults.set({ name: 'bank-error', times: 1 });
    expect(await provider.choose('b1')).toBe('requestPayment:fail 银行系统异常');
    expect(await query('b1')).toMatchObject({ trade_state: 'PAYERROR', trade_state_desc: '支付失败' });
    await provider.pay.callbacksSettled();
    expect(provider.told).toEqual([]);
    expect(await provider.choose('b1')).toBe('requestPayment:ok');
    expect(await query('b1')).toMatchObject({ trade_state: 'SUCCESS' });
  });

  test('that fails leaves an order that can be closed', async () => {
    await provider.place('b2');
    provider.faults.set({ name: 'bank-error', times: 1 });
    await provider.choose('b2');
    expect(await provider.ask('closeOrder', { out_trade_no: 'b2' })).toMatchObject({
      result_code: 'SUCCESS',
    });
    expect(await provider.choose('b2')).toBe('requestPayment:fail 订单已关闭');
  });

  test('that takes its time leaves the phone in doubt, and the order paid in the end', async () => {
    await provider.place('b3');
    provider.faults.set({ name: 'bank-slow', ms: 30_000, times: 1 });
    expect(await provider.choose('b3')).toBe('requestPayment:fail 支付结果未知');
    expect(await query('b3')).toMatchObject({ trade_state: 'USERPAYING' });
    expect(await provider.choose('b3')).toBe('requestPayment:fail 订单支付中');
    expect(await provider.ask('closeOrder', { out_trade_no: 'b3' })).toMatchObject({
      err_code: 'USERPAYING',
    });
    await provider.restart();
    await provider.clock.advance(30_000);
    expect(await query('b3')).toMatchObject({ trade_state: 'SUCCESS', time_end: expect.any(String) });
    await provider.pay.callbacksSettled();
    expect(provider.told).toMatchObject([{ outTradeNo: 'b3' }]);
  });

  test('that takes its time tells without being asked', async () => {
    await provider.place('b4');
    provider.faults.set({ name: 'bank-slow', times: 1 });
    await provider.choose('b4');
    await provider.clock.advance(60_000);
    await until(() => provider.told.length === 1);
  });
});

describe('a refund', () => {
  test('can be refused for its frequency, and asked for again', async () => {
    await buy('r1');
    provider.faults.set({ name: 'refund-frequency', times: 1 });
    expect(await provider.refund('r1', 'r1-a', 1)).toMatchObject({
      err_code: 'FREQUENCY_LIMITED',
      err_code_des: '频率限制，1个月之前的订单申请退款请降低频率再重试',
    });
    expect(provider.pay.refunds()).toEqual([]);
    expect(await provider.refund('r1', 'r1-a', 1)).toMatchObject({ result_code: 'SUCCESS' });
  });

  test('can end as closed, and is taken up again under its number', async () => {
    await buy('r2');
    provider.faults.set({ name: 'refund-abnormal', code: 'REFUNDCLOSE', times: 1 });
    await provider.refund('r2', 'r2-a', 2500);
    await provider.clock.advance(60_000);
    const state = async () =>
      (await provider.ask('queryRefund', { out_refund_no: 'r2-a' }))['refund_status_0'];
    expect(await state()).toBe('REFUNDCLOSE');
    expect(await provider.refund('r2', 'r2-b', 2500)).toMatchObject({ result_code: 'FAIL' });
    await provider.refund('r2', 'r2-a', 2500);
    await provider.clock.advance(60_000);
    expect(await state()).toBe('SUCCESS');
  });

  test('can be counted and not told, as cloudPay was seen to do', async () => {
    await buy('r3');
    await provider.refund('r3', 'r3-a', 2500);
    provider.faults.set({ name: 'refund-details-missing', times: 1 });
    const bare = await provider.ask('queryRefund', { out_trade_no: 'r3' });
    expect(bare).toMatchObject({ result_code: 'SUCCESS', refund_count: 1, refund_status_list: [] });
    expect(bare).not.toHaveProperty('refund_status_0');
  });

  test('query tells ten at a time, from an offset', async () => {
    await buy('r4');
    for (let part = 0; part < 12; part += 1) await provider.refund('r4', `r4-${part}`, 1);
    const ask = (offset?: number) => provider.ask('queryRefund', { out_trade_no: 'r4', offset });
    expect(await ask()).toMatchObject({ total_refund_count: 12, refund_count: 10, out_refund_no_9: 'r4-9' });
    expect(await ask(10)).toMatchObject({
      total_refund_count: 12,
      refund_count: 2,
      out_refund_no_0: 'r4-10',
    });
    expect(await ask(13)).toMatchObject({ err_code: 'PARAM_ERROR' });
    expect(await ask(-1)).toMatchObject({ err_code: 'PARAM_ERROR' });
  });
});

describe('a prepayment', () => {
  test('is good for two hours; the same request then gives another one', async () => {
    const first = await provider.place('p1');
    await provider.clock.advance(2 * 3_600_000);
    expect(await provider.choose('p1')).toBe('requestPayment:fail 订单已过期');
    const second = await provider.place('p1');
    expect(second['prepay_id']).not.toBe(first['prepay_id']);
    expect(await provider.choose('p1')).toBe('requestPayment:ok');
    const old = await provider.pay.choose(`prepay_id=${String(first['prepay_id'])}`, 'succeed', 'o-ann');
    expect(old.errMsg).toBe('requestPayment:fail 预支付订单不存在');
  });
});
