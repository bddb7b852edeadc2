import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import { documents, openCloud, until } from '../cloud-under-test';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud({
    functionConfig: {
      functions: {
        // Long enough for a slow machine to fill the memory before the time is up.
        misbehave: { timeoutMs: 6000, memoryMegabytes: 160 },
        store: { timeoutMs: 500 },
        endless: { timeoutMs: 600 },
      },
    },
  });
  // Both prewarmed processes are ready before times are measured.
  await Promise.all([
    cloud.invoke({ name: 'store' }),
    cloud.invoke({ name: 'misbehave', data: { how: 'nothing' } }),
  ]);
});
afterAll(() => cloud.close());

const misbehave = (how: string, more: object = {}) =>
  cloud.invoke({ name: 'misbehave', data: { how, ...more }, openid: 'o-ann' });

describe('a function that fails', () => {
  afterEach(async () => {
    // Whatever happened, the cloud serves the next call.
    expect(await misbehave('nothing')).toMatchObject({ result: null, errMsg: 'cloud.callFunction:ok' });
  });

  test.each([
    ['throws an Error', 'throws', /as told$/],
    ['throws an Error after a while', 'throwsLater', /told later$/],
    ['throws a text', 'throwsText', /plain text$/],
    ['throws an object', 'throwsObject', /\{"reason":"an object"\}$/],
    ['throws nothing', 'throwsNothing', /undefined$/],
    ['throws what cannot be shown', 'throwsUnshowable', /cannot be shown was thrown$/],
    ['throws five megabytes', 'throwsLong', /^.{10000,11000}$/],
    ['leaves a rejection behind', 'rejectsLater', /nobody listens$/],
    ['ends its process', 'exits', /Process exited unexpectedly before completing request/],
    ['crashes', 'crashes', /Process exited unexpectedly before completing request/],
    ['aborts', 'aborts', /Process exited unexpectedly before completing request/],
    ['closes its channel to the host', 'closesChannel', /Process exited unexpectedly/],
    ['returns a cycle', 'circular', /circular structure/],
    ['returns a bigint', 'bigint', /BigInt/],
    ['fills memory with buffers', 'buffers', /memory usage exceeded 160 MB$/],
    ['fills the heap', 'heap', /memory usage exceeded 160 MB$/],
    ['is asked for a handler it does not have', 'unknown', /is not a function/],
  ])('and %s gives the error of the platform', async (_, how, message) => {
    const answer = await misbehave(how);
    expect(answer.errCode).toBe(-504002);
    expect(answer.errMsg).toMatch(/^cloud\.callFunction:fail Error: errCode: -504002 functions execute fail/);
    expect(answer.errMsg).toMatch(message);
    expect(answer).not.toHaveProperty('result');
  });

  test.each([
    ['never returns', 'waits'],
    ['loops for ever', 'loops'],
  ])('and %s is ended when its time is up', async (_, how) => {
    const answer = await cloud.invoke({ name: 'endless', data: { how } });
    expect(answer.errCode).toBe(-504003);
    expect(answer.errMsg).toMatch(/Invoking task timed out after 0\.6 seconds$/);
  });

  test('after it has answered has answered, and its instance is gone', async () => {
    const { pids } = cloud.host;
    expect(await misbehave('rejectsAfter')).toMatchObject({ result: 'returned' });
    await until(() => pids.some((pid) => !cloud.host.pids.includes(pid)));
  });

  test('by writing to the host’s channel is not believed, and disturbs nobody', async () => {
    expect(await misbehave('forges')).toMatchObject({ result: 'the truth' });
    expect(await misbehave('sendsToParent')).toMatchObject({ result: 'undefined' });
  });

  test('by a flood of output keeps the beginning of it, and its answer', async () => {
    const { result, requestID } = await misbehave('floods', { times: 3000 });
    expect(result).toBe('done');
    const [record] = cloud.host.logs({ requestId: requestID });
    const kept = record?.lines.reduce((sum, { text }) => sum + text.length, 0);
    expect(kept).toBeLessThan(201_000);
    expect(record?.lines.at(-1)?.text).toMatch(/the rest of the output was cut off/);
  });

  test('by a result of eighty megabytes is told its size', async () => {
    const { requestID, errCode } = await misbehave('large', { bytes: 80e6 });
    // It may have taken too much memory before it could be measured.
    expect([-604001, -504002]).toContain(errCode);
    const [record] = cloud.host.logs({ requestId: requestID });
    expect(record?.failure?.message).toMatch(/^the result has 80000002 bytes|^memory usage exceeded/);
  });

  test('and answers more than a megabyte gives -604001', async () => {
    expect((await misbehave('large', { bytes: 1024 * 1024 - 2 })).errCode).toBeUndefined();
    expect((await misbehave('large', { bytes: 1024 * 1024 - 1 })).errCode).toBe(-604001);
  });

  test('not at all gives what JSON makes of the result', async () => {
    expect((await misbehave('dates')).result).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      wrong: null,
      bytes: { type: 'Buffer', data: [1] },
    });
  });

  test('to a calling function is an error of callFunction', async () => {
    const answer = await cloud.invoke({
      name: 'nested',
      data: { name: 'misbehave', data: { how: 'throws' } },
    });
    expect(answer.errMsg).toMatch(/as told/);
  });

  test('by its time limit leaves its work half done', async () => {
    await cloud.invoke({ name: 'store', data: { set: { id: 'start', text: 'written' } } });
    const answer = await cloud.invoke({
      name: 'store',
      data: { set: { id: 'half', text: 'written' }, slow: 5000 },
    });
    expect(answer.errMsg).toMatch(/timed out after 0.5 seconds/);
    const ids = (await documents<{ _id: string }>(cloud, 'notes')).map(({ _id }) => _id);
    expect(ids).toContain('half');
    expect(ids).not.toContain('end');
  });
});

describe('a function process', () => {
  test('is used again, with the state of its module, for the same function only', async () => {
    const first = (await misbehave('counts')).result as number;
    expect((await misbehave('counts')).result).toBe(first + 1);
    const { pid } = (await cloud.invoke({ name: 'whoami' })).result as { pid: number };
    expect(((await cloud.invoke({ name: 'whoami' })).result as { pid: number }).pid).toBe(pid);
    expect((await misbehave('counts')).result).toBe(first + 2);
  });

  test('is new after a failure that broke the old one', async () => {
    await misbehave('counts');
    await misbehave('exits');
    expect((await misbehave('counts')).result).toBe(1);
  });

  test('has its output kept under the call, and prints nothing', async () => {
    const { requestID } = await misbehave('prints');
    const [record] = cloud.host.logs({ requestId: requestID });
    expect(record).toMatchObject({ name: 'misbehave', source: 'wx_client', failure: undefined });
    expect(record?.lines).toEqual([
      { stream: 'stdout', text: 'said { n: 1 }\n' },
      { stream: 'stderr', text: 'complained\n' },
    ]);
  });

  test('leaves the stack of an error in the log, not in the answer', async () => {
    const { requestID, errMsg } = await misbehave('throws');
    expect(errMsg).not.toMatch(/index\.js/);
    const [record] = cloud.host.logs({ requestId: requestID });
    expect(record?.lines.at(-1)?.text).toMatch(/index\.js/);
  });
});
