import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import { openCloud } from '../cloud-under-test';
import { call, choose, FEE, place } from './cashier';

const DAY = 24 * 3_600_000;
let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud({ pay: { refundDelayMs: 60_000 } });
});
afterAll(() => cloud.close());

const pay = async (outTradeNo: string): Promise<void> => {
  expect(await choose(cloud, await place(cloud, outTradeNo), 'succeed')).toBe('requestPayment:ok');
};
const refund = (outTradeNo: string, outRefundNo: string, refundFee = FEE, totalFee = FEE) =>
  call(cloud, 'refund', { outTradeNo, outRefundNo, refundFee, totalFee });
const status = async (outRefundNo: string) =>
  (await call(cloud, 'queryRefund', { outRefundNo }))['refundStatus_0'];

describe('a refund', () => {
  test('is accepted first and done later', async () => {
    await pay('r1');
    expect(await refund('r1', 'r1-a')).toMatchObject({ resultCode: 'SUCCESS', refundFee: FEE });
    expect(await status('r1-a')).toBe('PROCESSING');
    expect(await call(cloud, 'queryOrder', { outTradeNo: 'r1' })).toMatchObject({ tradeState: 'REFUND' });
    await cloud.clock.advance(60_000);
    expect(await status('r1-a')).toBe('SUCCESS');
    const asked = await call(cloud, 'queryRefund', { outTradeNo: 'r1' });
    expect(asked).toMatchObject({ refundCount: 1, outRefundNo_0: 'r1-a', refundFee_0: FEE });
    expect(asked['refundSuccessTime_0']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  });

  test('with the same number and amount is one refund', async () => {
    await pay('r2');
    const [first, second] = [await refund('r2', 'r2-a', 1000), await refund('r2', 'r2-a', 1000)];
    expect(second['refundId']).toBe(first['refundId']);
    expect(cloud.pay.refunds().filter(({ outTradeNo }) => outTradeNo === 'r2')).toHaveLength(1);
    expect(await refund('r2', 'r2-a', 1001)).toMatchObject({ resultCode: 'FAIL' });
    expect(await refund('r2', 'r2-a', 1000, FEE - 1)).toMatchObject({ resultCode: 'FAIL' });
  });

  test('asked for twice at once is one refund', async () => {
    await pay('r3');
    await Promise.all([refund('r3', 'r3-a'), refund('r3', 'r3-a'), refund('r3', 'r3-a')]);
    expect(cloud.pay.refunds().filter(({ outTradeNo }) => outTradeNo === 'r3')).toHaveLength(1);
  });

  test('in parts never exceeds what was paid', async () => {
    await pay('r4');
    const parts = await Promise.all([1, 2, 3].map((part) => refund('r4', `r4-${part}`, 1000)));
    expect(parts.map(({ resultCode }) => resultCode).sort()).toEqual(['FAIL', 'SUCCESS', 'SUCCESS']);
    expect(parts.find(({ resultCode }) => resultCode === 'FAIL')?.errCodeDes).toBe('refund_fee大于可退金额');
    expect(await refund('r4', 'r4-rest', 500)).toMatchObject({ resultCode: 'SUCCESS' });
    expect((await refund('r4', 'r4-more', 1)).errCodeDes).toBe('订单已全额退款');
  });

  test('has at most fifty parts', async () => {
    await pay('r5');
    const merchant = { sub_mch_id: '1900000001', out_trade_no: 'r5', total_fee: FEE, refund_fee: 1 };
    for (let part = 0; part < 50; part += 1)
      await cloud.pay.handle('refund', { ...merchant, out_refund_no: `r5-${part}` }, undefined);
    const next = await cloud.pay.handle('refund', { ...merchant, out_refund_no: 'r5-50' }, undefined);
    expect(next).toMatchObject({ result_code: 'FAIL', err_code: 'FREQUENCY_LIMITED' });
  });

  test.each([
    ['of an order that does not exist', { outTradeNo: 'none' }, '订单不存在'],
    ['with another total', { totalFee: FEE + 1 }, '订单金额或退款金额与之前请求不一致，请核实后再试'],
    ['of more than the total', { refundFee: FEE + 1 }, 'invalid refund_fee'],
    ['of nothing', { refundFee: 0 }, 'invalid refund_fee'],
  ])('%s is refused', async (_, wrong, errCodeDes) => {
    const outTradeNo = 'r6';
    if (cloud.pay.orders().every((one) => one.outTradeNo !== outTradeNo)) await pay(outTradeNo);
    const right = { outTradeNo, outRefundNo: 'r6-x', refundFee: FEE, totalFee: FEE };
    const answer = await call(cloud, 'refund', { ...right, ...wrong });
    expect(answer).toMatchObject({ resultCode: 'FAIL', errCodeDes });
  });

  test('of an order that was not paid is refused', async () => {
    await place(cloud, 'r7');
    expect((await refund('r7', 'r7-a')).errCodeDes).toBe('订单不存在');
  });

  test('that nobody asked for is not found', async () => {
    expect((await call(cloud, 'queryRefund', { outRefundNo: 'none' })).errCodeDes).toBe('退款订单查询失败');
  });

  test('that cannot be sent back ends as CHANGE, and is taken up again under its number', async () => {
    await pay('r8');
    cloud.faults.set({ name: 'refund-abnormal', times: 1 });
    const first = await refund('r8', 'r8-a');
    await cloud.clock.advance(60_000);
    expect(await status('r8-a')).toBe('CHANGE');
    expect((await refund('r8', 'r8-a'))['refundId']).toBe(first['refundId']);
    expect(await status('r8-a')).toBe('PROCESSING');
    await cloud.clock.advance(60_000);
    expect(await status('r8-a')).toBe('SUCCESS');
  });

  test('can be refused for the merchant’s empty account, and retried', async () => {
    await pay('r9');
    cloud.faults.set({ name: 'refund-fail', times: 1 });
    expect((await refund('r9', 'r9-a')).errCodeDes).toBe('基本账户余额不足，请充值后重新发起');
    expect(await refund('r9', 'r9-a')).toMatchObject({ resultCode: 'SUCCESS' });
  });

  test('is too late after a year', async () => {
    await pay('r10');
    await cloud.clock.advance(366 * DAY);
    expect((await refund('r10', 'r10-a')).errCodeDes).toBe('订单已经超过退款期限');
  });
});
