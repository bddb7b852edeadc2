import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RETRY_WAITS } from '../../../../local/cloud/pay/callback-waits';
import { openProvider, type Provider } from './provider';

const HOUR = 3_600_000;
let provider: Provider;
beforeEach(() => {
  provider = openProvider(Date.parse('2026-03-10T09:30:00+08:00'));
});
afterEach(() => provider.pay.close());

const buy = async (outTradeNo: string): Promise<void> => {
  await provider.place(outTradeNo);
  expect(await provider.choose(outTradeNo)).toBe('requestPayment:ok');
};
const idOf = (outTradeNo: string): string => {
  const [found] = provider.pay.callbacks().filter(({ event }) => event['outTradeNo'] === outTradeNo);
  if (found === undefined) throw new Error(`nothing to tell of ${outTradeNo}`);
  return found.id;
};
const toldNumbers = () => provider.told.map(({ outTradeNo }) => outTradeNo);
const stateOf = async (outTradeNo: string) =>
  (await provider.ask('queryOrder', { out_trade_no: outTradeNo }))['trade_state'];

describe('the waits between deliveries', () => {
  test('are those of the documents, and go on for two days at most', () => {
    const sum = (waits: readonly number[]): number => waits.reduce((total, wait) => total + wait, 0);
    expect(sum(RETRY_WAITS.slice(0, 15))).toBe(24 * HOUR + 4 * 60_000);
    expect(sum(RETRY_WAITS)).toBeGreaterThan(42 * HOUR);
    expect(sum(RETRY_WAITS)).toBeLessThanOrEqual(48 * HOUR);
  });
});

describe('callbacks on order', () => {
  test('one that is lost never comes, and the order is paid all the same', async () => {
    provider.faults.set({ name: 'callback-lost', times: 1 });
    await buy('lost');
    await buy('kept');
    await provider.clock.advance(48 * HOUR);
    await provider.pay.callbacksSettled();
    expect(toldNumbers()).toEqual(['kept']);
    expect(await stateOf('lost')).toBe('SUCCESS');
    expect(provider.pay.callbacks()).toMatchObject([
      { state: 'dropped', attempts: 0 },
      { state: 'delivered' },
    ]);
  });

  test('one that comes twice tells the same twice', async () => {
    provider.faults.set({ name: 'callback-twice', times: 1 });
    await buy('twice');
    await provider.pay.callbacksSettled();
    expect(provider.told).toHaveLength(2);
    expect(provider.told[1]).toEqual(provider.told[0]);
  });

  test('late ones overtake each other', async () => {
    provider.faults.set({ name: 'callback-late', ms: 5 * 60_000, times: 1 });
    await buy('first');
    await buy('second');
    await provider.pay.callbacksSettled();
    expect(toldNumbers()).toEqual(['second']);
    await provider.clock.advance(5 * 60_000);
    await provider.pay.callbacksSettled();
    expect(toldNumbers()).toEqual(['second', 'first']);
  });

  test.each([
    ['oldest-first', ['a', 'b', 'c']],
    ['newest-first', ['c', 'b', 'a']],
  ] as const)('what waits can be delivered %s', async (turn, expected) => {
    provider.faults.set({ name: 'callback-late', ms: HOUR });
    for (const number of ['a', 'b', 'c']) {
      await buy(number);
      await provider.clock.advance(1000);
    }
    expect(await provider.pay.deliverInTurn(turn)).toHaveLength(3);
    expect(toldNumbers()).toEqual(expected);
    expect(await provider.pay.deliverInTurn(turn)).toEqual([]);
  });

  test('one is delivered, repeated, dropped and put off by its id', async () => {
    provider.faults.set({ name: 'callback-late', ms: HOUR });
    await buy('p');
    await buy('q');
    expect(await provider.pay.deliver(idOf('p'))).toMatchObject({ state: 'delivered', attempts: 1 });
    await provider.pay.repeat(idOf('p'));
    await provider.pay.callbacksSettled();
    expect(toldNumbers()).toEqual(['p', 'p']);
    await provider.pay.delay(idOf('q'), 2 * HOUR);
    await provider.clock.advance(HOUR + 1000);
    await provider.pay.callbacksSettled();
    expect(toldNumbers()).toEqual(['p', 'p']);
    await provider.clock.advance(HOUR);
    await provider.pay.callbacksSettled();
    expect(toldNumbers()).toEqual(['p', 'p', 'q']);
    await provider.pay.delay(idOf('q'), HOUR);
    await provider.pay.drop(idOf('q'));
    await provider.clock.advance(HOUR);
    await provider.pay.callbacksSettled();
    expect(provider.told).toHaveLength(3);
    expect(() => provider.pay.deliver('nowhere')).toThrow('there is no callback nowhere');
  });

  test('one that was not acknowledged goes on waiting after it was delivered by hand', async () => {
    provider.acknowledge = false;
    await buy('deaf');
    await provider.pay.callbacksSettled();
    expect(await provider.pay.deliver(idOf('deaf'))).toMatchObject({ state: 'waiting', attempts: 2 });
  });

  test('what was under way when the cloud ended comes after the restart', async () => {
    provider.acknowledge = false;
    await buy('kept');
    await provider.pay.callbacksSettled();
    await provider.restart();
    provider.acknowledge = true;
    await provider.clock.advance(15_000);
    await provider.pay.callbacksSettled();
    expect(toldNumbers()).toEqual(['kept', 'kept']);
    expect(provider.pay.list().callbacks).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  });
});

describe('a forged callback', () => {
  test('tells of a payment that never was, and changes nothing', async () => {
    await provider.place('unpaid');
    const before = provider.pay.orders();
    const forged = await provider.pay.forge({ outTradeNo: 'unpaid' });
    expect(forged).toMatchObject({ forged: true, state: 'delivered', attempts: 1 });
    expect(provider.told).toMatchObject([{ resultCode: 'SUCCESS', outTradeNo: 'unpaid', totalFee: 2500 }]);
    expect(provider.pay.orders()).toEqual(before);
    expect(await stateOf('unpaid')).toBe('NOTPAY');
  });

  test('tells of another amount, and of an order that nobody made', async () => {
    await buy('paid');
    await provider.pay.callbacksSettled();
    await provider.pay.forge({ outTradeNo: 'paid', event: { totalFee: 1, cashFee: 1 } });
    await provider.pay.forge({ outTradeNo: 'nobody', functionName: 'callback', event: { totalFee: 9 } });
    expect(provider.told.slice(1)).toMatchObject([
      { outTradeNo: 'paid', totalFee: 1 },
      { outTradeNo: 'nobody', totalFee: 9 },
    ]);
    expect(() => provider.pay.forge({ outTradeNo: 'nobody' })).toThrow('name the function');
  });

  test('comes once, whatever the answer', async () => {
    provider.acknowledge = false;
    await provider.place('x');
    expect(await provider.pay.forge({ outTradeNo: 'x' })).toMatchObject({ state: 'dropped' });
    await provider.clock.advance(48 * HOUR);
    await provider.pay.callbacksSettled();
    expect(provider.told).toHaveLength(1);
  });
});
