import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import { openCloud } from '../cloud-under-test';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud({ functionConfig: { prewarmed: 0 } });
});
afterAll(() => cloud.close());

const recordOf = async (call: Parameters<LocalCloud['invoke']>[0]) => {
  const { requestID } = await cloud.invoke(call);
  const [record] = cloud.host.logs({ requestId: requestID });
  if (record === undefined) throw new Error('the run was not recorded');
  return record;
};

describe('the record of a run', () => {
  test('tells a cold start from a warm one, and names the instance', async () => {
    const first = await recordOf({ name: 'whoami' });
    const second = await recordOf({ name: 'whoami' });
    expect([first.start, second.start]).toEqual(['cold', 'warm']);
    expect(second.instance).toBe(first.instance);
    expect(first.waitedMs).toBeGreaterThan(second.waitedMs ?? Infinity);
    const other = await recordOf({ name: 'store' });
    expect(other.start).toBe('cold');
    expect(other.instance).not.toBe(first.instance);
  });

  test('counts the operations of this run and of no other, by collection', async () => {
    const [busy, idle] = await Promise.all([
      recordOf({ name: 'store', data: { set: { id: 'a', text: '' }, increase: 'a', get: 'a' } }),
      recordOf({ name: 'whoami' }),
    ]);
    expect(busy.operations).toEqual({
      reads: 1,
      writes: 2,
      transactions: 0,
      byCollection: { notes: { reads: 1, writes: 2 } },
    });
    expect(idle.operations).toMatchObject({ reads: 0, writes: 0 });
    expect((await recordOf({ name: 'transfer' })).operations).toMatchObject({ transactions: 1, writes: 1 });
  });

  test('of a nested call has its own operations and names the run that made it', async () => {
    const data = { name: 'store', data: { set: { id: 'b', text: '' } } };
    const outer = await recordOf({ name: 'nested', data, openid: 'o-ann' });
    const inner = cloud.host.logs({ name: 'store' }).find(({ parent }) => parent === outer.requestId);
    expect(outer.parent).toBeUndefined();
    expect(outer.operations.writes).toBe(0);
    expect(inner).toMatchObject({ source: 'wx_client,scf', operations: { writes: 1 } });
  });

  test('knows the sizes of event and result, and the memory', async () => {
    const record = await recordOf({ name: 'misbehave', data: { how: 'large', bytes: 1000 } });
    expect(record.eventBytes).toBe(JSON.stringify({ how: 'large', bytes: 1000 }).length);
    expect(record.resultBytes).toBe(1002);
    expect(record.peakMemoryBytes).toBeGreaterThan(10e6);
    const large = await recordOf({ name: 'misbehave', data: { how: 'large', bytes: 2e6 } });
    expect(large).toMatchObject({ resultBytes: 2e6 + 2, failure: { errCode: -604001 } });
  });

  test('is plain data, and a listener hears of its beginning and of its end', async () => {
    const heard: [string, boolean][] = [];
    const stop = cloud.host.onInvocation(({ name, durationMs }) =>
      heard.push([name, durationMs === undefined]),
    );
    const record = await recordOf({ name: 'whoami' });
    stop();
    await recordOf({ name: 'whoami' });
    expect(heard).toEqual([
      ['whoami', true],
      ['whoami', false],
    ]);
    expect(JSON.parse(JSON.stringify(record))).toMatchObject({ name: 'whoami' });
  });

  test('of a call that no instance took has neither start nor instance', async () => {
    const record = await recordOf({ name: 'nobody' });
    expect(record).toMatchObject({ start: undefined, instance: undefined, failure: { errCode: -501000 } });
  });
});

describe('an event', () => {
  test('of more than six megabytes is refused, also from function to function', async () => {
    const answer = await cloud.invoke({ name: 'whoami', data: { text: 'x'.repeat(6 * 1024 * 1024) } });
    expect(answer).toMatchObject({ errCode: -501007, errMsg: expect.stringMatching(/6291456 are allowed/) });
  });

  test('of more than 100 KB from a phone is served, and its log advises a file', async () => {
    const text = 'x'.repeat(100 * 1024);
    const phone = await recordOf({ name: 'misbehave', data: { how: 'nothing', text }, openid: 'o-ann' });
    expect(phone.failure).toBeUndefined();
    expect(phone.lines).toMatchObject([{ text: expect.stringMatching(/advises to pass a file/) }]);
    const timer = await recordOf({ name: 'misbehave', data: { how: 'nothing', text } });
    expect(timer.lines).toEqual([]);
  });

  test('that is no JSON is refused', async () => {
    expect((await cloud.invoke({ name: 'whoami', data: { n: 1n } })).errCode).toBe(-501007);
  });

  test('comes to an instance only when the one before has ended', async () => {
    const seen = await Promise.all(
      [1, 2, 3].map(() => recordOf({ name: 'misbehave', data: { how: 'clockTwice', wait: 300 } })),
    );
    expect(new Set(seen.map(({ instance }) => instance)).size).toBe(3);
  });
});
