import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import { Quota } from '../../../../local/cloud/quota/quota';
import { openCloud, send } from '../cloud-under-test';

const own = (limits: object) => ({
  name: 'own',
  operationsPerSecond: null,
  connections: null,
  functionConcurrency: null,
  ...limits,
});
const nothing = (): Promise<string> => Promise.resolve('done');
const later = (): { work: () => Promise<unknown>; end: (value: unknown) => void } => {
  let end: (value: unknown) => void = () => undefined;
  const ended = new Promise((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end };
};

describe('a quota', () => {
  test('refuses operations above its rate with the code of the platform, until a second has passed', async () => {
    let now = 0;
    const quota = new Quota(2, () => now);
    await quota.operation(nothing);
    await quota.operation(nothing);
    await expect(quota.operation(nothing)).rejects.toMatchObject({ code: 'EXCEED_REQUEST_LIMIT' });
    now = 1000;
    expect(await quota.operation(nothing)).toBe('done');
    expect(quota.use()).toMatchObject({
      admitted: { operations: 3 },
      refused: { operations: 1, connections: 0 },
    });
  });

  test('refuses more operations at a time than it has connections', async () => {
    const quota = new Quota(own({ connections: 1 }));
    const { work, end } = later();
    const first = quota.operation(work);
    expect(quota.use().connections).toBe(1);
    await expect(quota.operation(nothing)).rejects.toMatchObject({ code: 'EXCEED_CONCURRENT_REQUEST_LIMIT' });
    end('first');
    expect(await first).toBe('first');
    expect(await quota.operation(nothing)).toBe('done');
  });

  test('gives the connection back when an operation fails', async () => {
    const quota = new Quota(own({ connections: 1 }));
    await expect(quota.operation(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(quota.use().connections).toBe(0);
  });

  test('refuses calls of one function above its concurrency, and of no other', () => {
    const quota = new Quota(own({ functionConcurrency: 1 }));
    expect(quota.enter('a')).toBeUndefined();
    expect(quota.enter('a')).toMatchObject({ code: 'EXCEED_CONCURRENT_REQUEST_LIMIT', errCode: -501004 });
    expect(quota.enter('b')).toBeUndefined();
    quota.leave('a');
    expect(quota.enter('a')).toBeUndefined();
    expect(quota.use().functions).toEqual([
      { name: 'b', running: 1 },
      { name: 'a', running: 1 },
    ]);
  });

  test('can be exchanged while it is in use, and then counts anew', async () => {
    const quota = new Quota(own({ connections: 1 }));
    const { work, end } = later();
    const first = quota.operation(work);
    quota.set('unlimited');
    expect(await quota.operation(nothing)).toBe('done');
    quota.set(own({ connections: 1 }));
    expect(quota.use()).toMatchObject({ connections: 1, admitted: { operations: 0 } });
    end('first');
    await first;
    expect(() => quota.set('nothing of that name')).toThrow(/^a quota/);
    expect(quota.use().profile).toEqual(own({ connections: 1 }));
  });

  test('is plain data for whoever shows it', () => {
    const quota = new Quota('free');
    expect(JSON.parse(JSON.stringify([quota.use(), quota.list()]))).toEqual([quota.use(), quota.list()]);
  });
});

describe('a cloud with a small plan', () => {
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await openCloud({ quota: 1, functionConfig: { prewarmed: 0 } });
  });
  afterEach(() => cloud.quota.set('unlimited'));
  afterAll(() => cloud.close());

  test('refuses an operation with -501003, and serves again a second later', async () => {
    const two = { name: 'store', data: { set: { id: 'a', text: '' }, increase: 'a' } };
    const answer = await cloud.invoke(two);
    expect(answer.errMsg).toMatch(/-501003.*more than 1 requests in a second/);
    expect(cloud.quota.use().refused.operations).toBe(1);
    cloud.quota.set('unlimited');
    expect((await cloud.invoke(two)).errCode).toBeUndefined();
  });

  test('refuses a call above its concurrency with -501004, to the phone and to a function', async () => {
    cloud.quota.set(own({ functionConcurrency: 1 }));
    const busy = cloud.invoke({ name: 'misbehave', data: { how: 'clockTwice', wait: 500 } });
    const token = cloud.identity.mint({ openid: 'o-ann' });
    const { body } = await send(cloud, {
      path: '/invoke',
      headers: { authorization: `Bearer ${token}` },
      body: { name: 'misbehave', data: { how: 'nothing' } },
    });
    expect(body).toMatchObject({ errCode: -501004, errMsg: expect.stringMatching(/1 calls of misbehave/) });
    await busy;
    const nested = await cloud.invoke({ name: 'nested', data: { depth: 1 } });
    expect(nested.errMsg).toMatch(/1 calls of nested are under way/);
    expect((await cloud.invoke({ name: 'misbehave', data: { how: 'nothing' } })).errCode).toBeUndefined();
  });
});
