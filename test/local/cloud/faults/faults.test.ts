import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FaultRule, LocalCloud } from '../../../../local/cloud';
import { documents, openCloud, send } from '../cloud-under-test';
import { call, order } from '../pay/cashier';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());
afterEach(() => cloud.faults.clear());

const write = (id: string) => cloud.invoke({ name: 'store', data: { set: { id, text: 'written' } } });
const written = async () => (await documents<{ _id: string }>(cloud, 'notes')).map(({ _id }) => _id);
const fromPhone = async (data: object): Promise<Record<string, unknown>> => {
  const headers = { authorization: `Bearer ${cloud.identity.mint({ openid: 'o-ann' })}` };
  const { body } = await send(cloud, { path: '/invoke', headers, body: { name: 'store', data } });
  return body as Record<string, unknown>;
};
const modify = { action: 'database.modifyDocument', collection: 'notes' };

describe('a named fault', () => {
  test('strikes as often as it is told, and no other operation', async () => {
    cloud.faults.set({ name: 'database-fail', match: { ...modify, function: 'store' }, times: 2 });
    expect((await cloud.invoke({ name: 'whoami' })).errCode).toBeUndefined();
    expect((await write('a')).errMsg).toMatch(/-502001/);
    expect((await write('a')).errMsg).toMatch(/-502001/);
    expect((await write('a')).errCode).toBeUndefined();
    expect(cloud.faults.list()).toEqual([]);
  });

  test('stays until it is cleared where no number is given', async () => {
    cloud.faults.set({ name: 'quota', match: { collection: 'notes' } });
    for (const id of ['b', 'b', 'b']) expect((await write(id)).errMsg).toMatch(/-501003/);
    cloud.faults.clear();
    expect((await write('b')).errCode).toBeUndefined();
  });

  test('timeout-before loses the request, timeout-after only the answer', async () => {
    cloud.faults.set({ name: 'timeout-before', match: modify, times: 1 });
    expect((await write('c')).errMsg).toMatch(/-501001.*request timeout/);
    cloud.faults.set({ name: 'timeout-after', match: modify, times: 1 });
    expect((await write('d')).errMsg).toMatch(/-501001.*request timeout/);
    const ids = await written();
    expect(ids).not.toContain('c');
    expect(ids).toContain('d');
  });

  test('does the same to a phone’s call', async () => {
    const lost = { errCode: -404012, errMsg: expect.stringMatching(/^cloud\.callFunction:fail/) };
    const match = { action: 'invoke', function: 'store' };
    cloud.faults.set({ name: 'timeout-before', match, times: 1 });
    expect(await fromPhone({ set: { id: 'e', text: '' } })).toMatchObject(lost);
    cloud.faults.set({ name: 'timeout-after', match, times: 1 });
    expect(await fromPhone({ set: { id: 'f', text: '' } })).toMatchObject(lost);
    const ids = await written();
    expect(ids).not.toContain('e');
    expect(ids).toContain('f');
  });

  test('slow delays and lets through', async () => {
    cloud.faults.set({ name: 'slow', ms: 200, match: modify, times: 1 });
    const startedAt = performance.now();
    expect((await write('g')).errCode).toBeUndefined();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(195);
  });

  test('conflict ends the transaction it strikes', async () => {
    cloud.faults.set({ name: 'conflict', times: 1 });
    expect((await cloud.invoke({ name: 'transfer' })).result).toMatchObject({
      errMsg: expect.stringMatching(/TransactionConflict/),
    });
    expect(await written()).not.toContain('one');
    expect((await cloud.invoke({ name: 'transfer' })).result).toBe('done');
  });

  test('function-fail answers in a function’s place', async () => {
    cloud.faults.set({ name: 'function-fail', match: { function: 'store' }, times: 1 });
    expect(await fromPhone({})).toMatchObject({ errCode: -504002 });
    expect(await fromPhone({})).toMatchObject({ errMsg: 'cloud.callFunction:ok' });
  });

  test.each<[FaultRule['name'], string, string]>([
    ['pay-fail', 'unifiedOrder', '系统错误'],
    ['query-fail', 'queryOrder', '系统错误'],
    ['close-fail', 'closeOrder', '系统错误'],
  ])('%s fails %s once and changes nothing', async (name, api, sentence) => {
    if (api !== 'unifiedOrder') await call(cloud, 'unifiedOrder', order(name));
    cloud.faults.set({ name, times: 1 });
    expect((await call(cloud, api, order(name))).errCodeDes).toBe(sentence);
    expect(await call(cloud, api, order(name))).toMatchObject({ resultCode: 'SUCCESS' });
  });

  test('that does not exist is refused', () => {
    expect(() => cloud.faults.set({ name: 'earthquake' } as unknown as FaultRule)).toThrow(
      'no fault earthquake',
    );
  });
});
