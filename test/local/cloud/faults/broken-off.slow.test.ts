import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import { documents, openCloud, send } from '../cloud-under-test';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud({ functionConfig: { prewarmed: 1 } });
});
afterAll(() => cloud.close());
afterEach(() => cloud.faults.clear());

interface Note {
  _id: string;
  n: number;
  text: string;
}
const write = (id: string, text = 'written') => cloud.invoke({ name: 'store', data: { set: { id, text } } });
const increase = (id: string) => cloud.invoke({ name: 'store', data: { increase: id } });
const read = (id: string) => cloud.invoke({ name: 'store', data: { get: id } });
const note = async (id: string) => (await documents<Note>(cloud, 'notes')).find(({ _id }) => _id === id);
const store = { function: 'store' };

describe('a connection that is reset', () => {
  test('before the work leaves nothing behind, after the work everything', async () => {
    cloud.faults.set({ name: 'reset-before', match: store, times: 1 });
    expect((await write('a')).errMsg).toMatch(/ECONNRESET|socket hang up/);
    expect(await note('a')).toBeUndefined();
    cloud.faults.set({ name: 'reset-after', match: store, times: 1 });
    expect((await write('a')).errMsg).toMatch(/ECONNRESET|socket hang up/);
    expect(await note('a')).toMatchObject({ text: 'written' });
    expect((await write('a', 'again')).errCode).toBeUndefined();
  });

  test('is what a phone sees as no answer at all', async () => {
    const headers = { authorization: `Bearer ${cloud.identity.mint({ openid: 'o-ann' })}` };
    const body = { name: 'store', data: { set: { id: 'b', text: '' } } };
    cloud.faults.set({ name: 'reset-after', match: { action: 'invoke' }, times: 1 });
    await expect(send(cloud, { path: '/invoke', headers, body })).rejects.toThrow(/ECONNRESET|hang up/);
    expect(await note('b')).toBeDefined();
  });
});

describe('an instance that crashes', () => {
  test('before its second operation has done the first one only', async () => {
    cloud.faults.set({ name: 'crash-before', match: { ...store, step: 2 }, times: 1 });
    const data = { set: { id: 'c', text: '' }, increase: 'c' };
    expect((await cloud.invoke({ name: 'store', data })).errMsg).toMatch(/Process exited unexpectedly/);
    expect(await note('c')).toMatchObject({ n: 0 });
  });

  test('after its second operation has done both, and the next call gets a new instance', async () => {
    const before = cloud.host.pids;
    cloud.faults.set({ name: 'crash-after', match: { ...store, step: 2 }, times: 1 });
    const data = { set: { id: 'd', text: '' }, increase: 'd' };
    expect((await cloud.invoke({ name: 'store', data })).errMsg).toMatch(/Process exited unexpectedly/);
    expect(await note('d')).toMatchObject({ n: 1 });
    expect((await increase('d')).errCode).toBeUndefined();
    expect(cloud.host.pids).not.toEqual(before);
    expect(cloud.faults.struck()).toMatchObject([{ name: 'crash-after', operation: { step: 2 } }]);
  });
});

describe('a disk that is full or may not be written', () => {
  test.each([
    ['full', /-501001.*disk is full/],
    ['read-only', /-501001.*readonly database/],
  ] as const)('%s: writes are refused, reads go on', async (name, sentence) => {
    await write('e', name);
    cloud.faults.set({ name });
    expect((await increase('e')).errMsg).toMatch(sentence);
    expect((await write('new')).errMsg).toMatch(sentence);
    expect((await read('e')).result).toMatchObject({ text: name, n: 0 });
    expect(await note('new')).toBeUndefined();
    cloud.faults.clear();
    expect((await increase('e')).errCode).toBeUndefined();
  });

  test('refuses the commit of a transaction, and nothing of it remains', async () => {
    cloud.faults.set({ name: 'full', match: { action: 'database.commitTransaction' }, times: 1 });
    expect((await cloud.invoke({ name: 'transfer' })).result).toMatchObject({ code: 'SYS_ERR' });
    expect(await note('one')).toBeUndefined();
  });
});

test('an instance with a clock of its own keeps its error as the cloud’s clock moves', async () => {
  const ahead = async (): Promise<number> => {
    const { result } = await cloud.invoke({ name: 'misbehave', data: { how: 'clock' } });
    return (result as { now: number }).now - cloud.clock.now();
  };
  const HOUR = 3_600_000;
  cloud.faults.set({ name: 'clock-skew', match: { function: 'misbehave' }, ms: HOUR, times: 1 });
  expect(Math.abs((await ahead()) - HOUR)).toBeLessThan(60_000);
  await cloud.clock.advance(24 * HOUR);
  expect(Math.abs((await ahead()) - HOUR)).toBeLessThan(60_000);
  cloud.host.reload('misbehave');
  expect(Math.abs(await ahead())).toBeLessThan(60_000);
});
