import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCloud } from '../../../../local/cloud';
import { RETRY_WAITS } from '../../../../local/cloud/pay/callbacks';
import { documents, openCloud, until } from '../cloud-under-test';
import { ANN, call, choose, FEE, place } from './cashier';

interface Told {
  event: Record<string, unknown>;
  source: string;
  openid: string | null;
}
let dataDir: string;
let cloud: LocalCloud;
const told = () => documents<Told>(cloud, 'callbacks');
const acknowledge = (text: 'yes' | 'no') =>
  cloud.invoke({ name: 'store', data: { set: { id: 'acknowledge', text } } });
const settled = async (count: number): Promise<void> => {
  await until(async () => (await told()).length >= count);
  await cloud.pay.callbacksSettled();
};
beforeEach(async () => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'cloud-')), 'data');
  cloud = await openCloud({ dataDir });
});
afterEach(async () => {
  await cloud.close();
  rmSync(join(dataDir, '..'), { recursive: true });
});

describe('the callback of a payment', () => {
  test('tells the function named in the order once, in nobody’s name', async () => {
    await choose(cloud, await place(cloud, 'p1', { attach: 'kept' }), 'succeed');
    await settled(1);
    const [one, ...more] = await told();
    expect(more).toEqual([]);
    expect(one).toMatchObject({ source: 'wx_paycallback', openid: null });
    expect(one?.event).toMatchObject({
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      outTradeNo: 'p1',
      totalFee: FEE,
      subOpenid: ANN,
      attach: 'kept',
      transactionId: expect.stringMatching(/^4200000/),
      timeEnd: expect.stringMatching(/^\d{14}$/),
    });
    expect(cloud.pay.callbacks()).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  });

  test.each(['cancel', 'fail'])('does not come when the user chose %s', async (choice) => {
    await choose(cloud, await place(cloud, 'p2'), choice);
    expect(cloud.pay.callbacks()).toEqual([]);
  });

  test('comes again on the schedule until it is acknowledged', async () => {
    await acknowledge('no');
    await choose(cloud, await place(cloud, 'p3'), 'succeed');
    await settled(1);
    for (const [index, wait] of [15_000, 15_000, 30_000, 180_000].entries()) {
      await cloud.clock.advance(wait - 5000);
      await cloud.pay.callbacksSettled();
      expect(await told()).toHaveLength(index + 1);
      await cloud.clock.advance(5000);
      await settled(index + 2);
    }
    await acknowledge('yes');
    await cloud.clock.advance(600_000);
    await settled(6);
    await cloud.clock.advance(48 * 3_600_000);
    await cloud.pay.callbacksSettled();
    expect(await told()).toHaveLength(6);
  });

  test('is given up after the last wait, and said so', async () => {
    await acknowledge('no');
    await choose(cloud, await place(cloud, 'p4'), 'succeed');
    await settled(1);
    for (const [index, wait] of RETRY_WAITS.entries()) {
      await cloud.clock.advance(wait);
      await settled(index + 2);
    }
    expect(cloud.pay.callbacks()).toMatchObject([
      {
        state: 'abandoned',
        attempts: RETRY_WAITS.length + 1,
        lastAnswer: '{"errcode":1,"errmsg":"not now"}',
      },
    ]);
  });

  test('comes again after a function that failed, also across a restart', async () => {
    cloud.faults.set({ name: 'function-fail', match: { function: 'callback' }, times: 1 });
    await choose(cloud, await place(cloud, 'p5'), 'succeed');
    await until(() => cloud.pay.callbacks()[0]?.attempts === 1);
    expect(await told()).toEqual([]);
    await cloud.close();
    cloud = await openCloud({ dataDir });
    expect(cloud.pay.orders()).toMatchObject([{ outTradeNo: 'p5', state: 'SUCCESS' }]);
    await cloud.clock.advance(15_000);
    await settled(1);
    expect(await told()).toHaveLength(1);
  });

  test('waits when the user pays with a late callback, though the order is paid', async () => {
    await choose(cloud, await place(cloud, 'p6'), 'succeed-late');
    expect(await call(cloud, 'queryOrder', { outTradeNo: 'p6' })).toMatchObject({ tradeState: 'SUCCESS' });
    await cloud.pay.callbacksSettled();
    expect(await told()).toEqual([]);
    expect(await cloud.pay.releaseCallbacks()).toBe(1);
    await settled(1);
    expect(await cloud.pay.releaseCallbacks()).toBe(0);
  });

  test('that is late comes by itself in the end', async () => {
    await choose(cloud, await place(cloud, 'p7'), 'succeed-late');
    await cloud.clock.advance(10 * 60_000);
    await settled(1);
  });

  test('can come twice, as the provider allows itself', async () => {
    await choose(cloud, await place(cloud, 'p8'), 'succeed');
    await settled(1);
    expect(await cloud.pay.repeatCallbacks('p8')).toBe(1);
    await settled(2);
    const [first, second] = await told();
    expect(second?.event).toEqual(first?.event);
  });
});

describe('the callback of a refund', () => {
  test('comes when the refund is done, where a function is named', async () => {
    await choose(cloud, await place(cloud, 'q1'), 'succeed');
    await settled(1);
    const refund = { outTradeNo: 'q1', totalFee: FEE, refundFee: 500, outRefundNo: 'q1-a' };
    await call(cloud, 'refund', { ...refund, functionName: 'callback' });
    await call(cloud, 'refund', { ...refund, outRefundNo: 'q1-b' });
    await cloud.clock.advance(3000);
    await settled(2);
    const events = (await told()).map(({ event }) => event);
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject({ outRefundNo: 'q1-a', refundStatus: 'SUCCESS', refundFee: 500 });
  });
});
