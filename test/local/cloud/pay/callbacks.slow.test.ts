import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCloud } from '../../../../local/cloud';
import { RETRY_WAITS } from '../../../../local/cloud/pay/callback-waits';
import { documents, openCloud, until } from '../cloud-under-test';
import { ANN, call, choose, FEE, place } from './cashier';

interface Told {
  event: Record<string, unknown>;
  source: string;
  openid: string | null;
}
let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());
afterEach(() => acknowledge('yes'));

const told = async (outTradeNo: string, from = cloud): Promise<Told[]> =>
  (await documents<Told>(from, 'callbacks')).filter(({ event }) => event['outTradeNo'] === outTradeNo);
const deliveries = (outTradeNo: string, from = cloud) =>
  from.pay.callbacks().filter(({ event }) => event['outTradeNo'] === outTradeNo);
const acknowledge = (text: 'yes' | 'no') =>
  cloud.invoke({ name: 'store', data: { set: { id: 'acknowledge', text } } });
const settled = async (outTradeNo: string, count: number, from = cloud): Promise<void> => {
  await until(async () => (await told(outTradeNo, from)).length >= count);
  await from.pay.callbacksSettled();
};

describe('the callback of a payment', () => {
  test('tells the function named in the order once, in nobody’s name', async () => {
    await choose(cloud, await place(cloud, 'p1', { attach: 'kept' }), 'succeed');
    await settled('p1', 1);
    const [one, ...more] = await told('p1');
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
    expect(deliveries('p1')).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  });

  test.each(['cancel', 'fail'])('does not come when the user chose %s', async (choice) => {
    await choose(cloud, await place(cloud, 'p2'), choice);
    expect(deliveries('p2')).toEqual([]);
  });

  test('comes again on the schedule until it is acknowledged', async () => {
    await acknowledge('no');
    await choose(cloud, await place(cloud, 'p3'), 'succeed');
    await settled('p3', 1);
    for (const [index, wait] of [15_000, 15_000, 30_000, 180_000].entries()) {
      await cloud.clock.advance(wait - 5000);
      await cloud.pay.callbacksSettled();
      expect(await told('p3')).toHaveLength(index + 1);
      await cloud.clock.advance(5000);
      await settled('p3', index + 2);
    }
    await acknowledge('yes');
    await cloud.clock.advance(600_000);
    await settled('p3', 6);
    await cloud.clock.advance(48 * 3_600_000);
    await cloud.pay.callbacksSettled();
    expect(await told('p3')).toHaveLength(6);
  });

  test('is given up after the last wait, and said so', async () => {
    await acknowledge('no');
    await choose(cloud, await place(cloud, 'p4'), 'succeed');
    await settled('p4', 1);
    for (const [index, wait] of RETRY_WAITS.entries()) {
      await cloud.clock.advance(wait);
      await settled('p4', index + 2);
    }
    expect(deliveries('p4')).toMatchObject([
      {
        state: 'abandoned',
        attempts: RETRY_WAITS.length + 1,
        lastAnswer: '{"errcode":1,"errmsg":"not now"}',
      },
    ]);
  });

  test('comes again after a function that failed, also across a restart', async () => {
    const dataDir = join(mkdtempSync(join(tmpdir(), 'cloud-')), 'data');
    const first = await openCloud({ dataDir });
    first.faults.set({ name: 'function-fail', match: { function: 'callback' }, times: 1 });
    await choose(first, await place(first, 'p5'), 'succeed');
    await until(() => deliveries('p5', first)[0]?.attempts === 1);
    expect(await told('p5', first)).toEqual([]);
    await first.close();
    const second = await openCloud({ dataDir });
    expect(second.pay.orders()).toMatchObject([{ outTradeNo: 'p5', state: 'SUCCESS' }]);
    await second.clock.advance(15_000);
    await settled('p5', 1, second);
    expect(await told('p5', second)).toHaveLength(1);
    await second.close();
    rmSync(join(dataDir, '..'), { recursive: true });
  });

  test('waits when the user pays with a late callback, though the order is paid', async () => {
    await choose(cloud, await place(cloud, 'p6'), 'succeed-late');
    expect(await call(cloud, 'queryOrder', { outTradeNo: 'p6' })).toMatchObject({ tradeState: 'SUCCESS' });
    await cloud.pay.callbacksSettled();
    expect(await told('p6')).toEqual([]);
    expect(await cloud.pay.releaseCallbacks()).toBe(1);
    await settled('p6', 1);
    expect(await cloud.pay.releaseCallbacks()).toBe(0);
  });

  test('that is late comes by itself in the end', async () => {
    await choose(cloud, await place(cloud, 'p7'), 'succeed-late');
    await cloud.clock.advance(10 * 60_000);
    await settled('p7', 1);
  });

  test('can come twice, as the provider allows itself', async () => {
    await choose(cloud, await place(cloud, 'p8'), 'succeed');
    await settled('p8', 1);
    expect(await cloud.pay.repeatCallbacks('p8')).toBe(1);
    await settled('p8', 2);
    const [first, second] = await told('p8');
    expect(second?.event).toEqual(first?.event);
  });

  test('comes once more each time it is repeated, however often it was before', async () => {
    await choose(cloud, await place(cloud, 'p9'), 'succeed');
    await settled('p9', 1);
    for (const times of [2, 3, 4]) {
      expect(await cloud.pay.repeatCallbacks('p9')).toBe(1);
      await settled('p9', times);
    }
  });

  test('is delivered once, and counted once, when two ask for it at the same time', async () => {
    await choose(cloud, await place(cloud, 'p10'), 'succeed-late');
    const id = cloud.pay.callbacks().find(({ event }) => event['outTradeNo'] === 'p10')?.id ?? '';
    await Promise.all([cloud.pay.deliver(id), cloud.pay.deliver(id)]);
    expect(await told('p10')).toHaveLength(1);
    expect(cloud.pay.callbacks().find((one) => one.id === id)).toMatchObject({ attempts: 1 });
  });
});

describe('a callback that is none', () => {
  test('made by a client is known by its source, and by its user', async () => {
    await cloud.invoke({ name: 'callback', data: { outTradeNo: 'f1', resultCode: 'SUCCESS' }, openid: ANN });
    expect(await told('f1')).toMatchObject([{ source: 'wx_client', openid: ANN }]);
  });

  test('forged with the source of a true one leaves only the query to tell', async () => {
    await place(cloud, 'f2');
    expect(await cloud.pay.forge({ outTradeNo: 'f2' })).toMatchObject({ state: 'delivered', forged: true });
    expect(await told('f2')).toMatchObject([{ source: 'wx_paycallback', openid: null }]);
    expect(await call(cloud, 'queryOrder', { outTradeNo: 'f2' })).toMatchObject({ tradeState: 'NOTPAY' });
  });
});

describe('the callback of a refund', () => {
  test('comes when the refund is done, where a function is named', async () => {
    await choose(cloud, await place(cloud, 'q1'), 'succeed');
    await settled('q1', 1);
    const refund = { outTradeNo: 'q1', totalFee: FEE, refundFee: 500, outRefundNo: 'q1-a' };
    await call(cloud, 'refund', { ...refund, functionName: 'callback' });
    await call(cloud, 'refund', { ...refund, outRefundNo: 'q1-b' });
    await cloud.clock.advance(3000);
    await settled('q1', 2);
    const events = (await told('q1')).map(({ event }) => event);
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject({ outRefundNo: 'q1-a', refundStatus: 'SUCCESS', refundFee: 500 });
  });
});
