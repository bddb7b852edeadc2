import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import type { CallDetail, CallList, RecordingAnswer } from '../../../../local/cloud/console/shared/functions';
import type { DatabaseAnswer, SearchAnswer } from '../../../../local/cloud/console/shared/database';
import type { FaultBoardAnswer } from '../../../../local/cloud/console/shared/faults';
import type { Overview, Pulse } from '../../../../local/cloud/console/shared/overview';
import { documents, openCloud, send } from '../cloud-under-test';

const HEADERS = { 'x-local-control': '1' };
const MARKUP = '<img src=x onerror=alert(1)>';
let cloud: LocalCloud;

const read = async <T>(path: string): Promise<T> => {
  const { status, body } = await send(cloud, { path: `/control/${path}`, method: 'GET', headers: HEADERS });
  expect(status).toBe(200);
  return body as T;
};
const ask = (path: string, body: object) => send(cloud, { path: `/control/${path}`, headers: HEADERS, body });
const search = async (query: string, more: object = {}): Promise<SearchAnswer> => {
  const { status, body } = await ask('database/search', { collection: 'notes', query, ...more });
  expect(status).toBe(200);
  return body as SearchAnswer;
};
const add = (text: string) => ask('database/add', { collection: 'notes', text });
const only = async (id: string) => {
  const [line] = (await search(`"${id}"`)).documents;
  if (line === undefined) throw new Error(`there is no ${id}`);
  return line;
};

beforeAll(async () => {
  cloud = await openCloud({
    indexes: {
      collections: {
        notes: { indexes: [{ name: 'by_kind', keys: [{ name: 'kind', direction: 1 }] }] },
        runs: {},
      },
    },
  });
  for (let n = 0; n < 25; n += 1)
    await add(JSON.stringify({ _id: `n-${n}`, n, kind: n % 2 === 0 ? 'even' : 'odd', text: MARKUP }));
});
afterAll(() => cloud.close());

describe('documents', () => {
  test('are listed by collection, with indexes and how often the application used each', async () => {
    const query = '{"kind":"even"}';
    await cloud.database.handle('database.calculateDocument', {
      collectionName: 'notes',
      queryType: 'WHERE',
      query,
    });
    await search('{kind: "even"}');
    const { collections } = await read<DatabaseAnswer>('database');
    expect(collections.map(({ name, documents: count }) => [name, count])).toEqual([
      ['notes', 25],
      ['runs', 0],
    ]);
    const byKind = collections[0]?.indexes.find(({ name }) => name === 'by_kind');
    expect(byKind).toMatchObject({ unique: false, keys: [{ name: 'kind', direction: 1 }] });
    expect(byKind?.uses).toBe(1);
  });

  test('are searched as MongoDB does, in order and page by page', async () => {
    const first = await search('{kind: "odd", n: {$gte: 3}}', { order: '-n', limit: 4 });
    expect(first.total).toBe(11);
    expect(first.documents.map(({ id }) => id)).toEqual(['"n-23"', '"n-21"', '"n-19"', '"n-17"']);
    const next = await search('{kind: "odd", n: {$gte: 3}}', { order: '-n', limit: 4, skip: 8 });
    expect(next.documents.map(({ id }) => id)).toEqual(['"n-7"', '"n-5"', '"n-3"']);
    expect((await search('n-4')).documents.map(({ id }) => id)).toEqual(['"n-4"']);
  });

  test('are searched, changed and added without a trace in what the application is told it costs', async () => {
    const seen: unknown[] = [];
    const stop = cloud.database.onOperation((report) => seen.push(report));
    const before = cloud.database.describe();
    await add('{_id: "mine"}');
    await search('{kind: "odd"}');
    const line = await only('mine');
    await ask('database/remove', { collection: 'notes', ...line });
    stop();
    expect(seen).toEqual([]);
    expect(cloud.database.describe()).toEqual(before);
  });

  test('keep their types when they are saved', async () => {
    const text = '{_id: {$oid: "65f000000000000000000001"}, at: {$date: "1969-07-20T20:17:40Z"}, big: 1e300}';
    expect((await add(text)).body).toEqual({ id: '{"$oid":"65f000000000000000000001"}' });
    const [line] = (await search('{big: {$gt: 1e299}}')).documents;
    expect(JSON.parse(line?.text ?? '')).toEqual({
      _id: { $oid: '65f000000000000000000001' },
      at: { $date: { $numberLong: '-14182940000' } },
      big: 1e300,
    });
    const saved = await ask('database/save', { collection: 'notes', ...line });
    expect(saved).toEqual({ status: 200, body: { saved: true } });
    const [same] = (await search('{big: {$gt: 1e299}}')).documents;
    expect(same).toEqual(line);
    expect((await ask('database/remove', { collection: 'notes', ...line })).status).toBe(200);
  });

  test('are saved only where nobody changed them meanwhile', async () => {
    const line = await only('n-1');
    const { status } = await ask('database/save', { collection: 'notes', ...line, text: '{"n": 100}' });
    expect(status).toBe(200);
    const late = await ask('database/save', { collection: 'notes', ...line, text: '{"n": 200}' });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      message: expect.stringMatching(/changed meanwhile: nothing was saved/),
    });
    expect(JSON.parse((await only('n-1')).text)).toEqual({ _id: 'n-1', n: 100 });
    const removal = await ask('database/remove', { collection: 'notes', ...line });
    expect(removal.status).toBe(409);
    expect((await search('"n-1"')).total).toBe(1);
  });

  test('are neither saved nor deleted while a transaction holds them', async () => {
    const line = await only('n-2');
    const { transactionId } = await cloud.database.handle('database.startTransaction', {});
    const held = { collectionName: 'notes', queryType: 'DOC', query: '{"_id":"n-2"}', transactionId };
    await cloud.database.handle('database.modifyDocument', {
      ...held,
      merge: true,
      data: '{"$set":{"n":7}}',
    });
    expect((await ask('database/save', { collection: 'notes', ...line, text: '{}' })).status).toBe(409);
    expect((await ask('database/remove', { collection: 'notes', ...line })).status).toBe(409);
    await cloud.database.handle('database.abortTransaction', { transactionId });
    expect(await only('n-2')).toEqual(line);
    expect(cloud.database.stats().openTransactions).toBe(0);
  });

  test.each([
    ['database/search', { collection: 'nowhere' }, 404],
    ['database/search', { collection: 'notes', query: '{n: {$near: 1}' }, 400],
    ['database/search', { collection: 'notes', query: '{$where: "1"}' }, 400],
    ['database/search', { collection: 'notes', limit: 101 }, 400],
    ['database/search', { collection: ['notes'] }, 400],
    ['database/add', { collection: 'nowhere', text: '{}' }, 404],
    ['database/add', { collection: 'notes', text: '{"_id":"n-3"}' }, 400],
    ['database/add', { collection: 'notes', text: '{at: {$date: "some day"}}' }, 400],
    ['database/add', { collection: 'notes', text: '{__proto__: {}}' }, 400],
    ['database/save', { collection: 'notes', id: '"n-3"', revision: 'x', text: '{' }, 400],
    ['database/save', { collection: 'notes', id: '"gone"', revision: 'x', text: '{}' }, 404],
    ['database/save', { collection: 'notes', id: '{', revision: 'x', text: '{}' }, 400],
    ['database/remove', { collection: 'notes', id: '"n-3"' }, 400],
    ['database/remove', { collection: 'notes', id: '{"$gt":""}', revision: 'x' }, 404],
  ])('stay as they are where %s asks for nonsense: %j', async (path, body, status) => {
    const before = await documents(cloud, 'notes');
    const answer = await ask(path, body);
    expect([answer.status, answer.body]).toEqual([
      status,
      expect.objectContaining({ code: 'INVALID_REQUEST', message: expect.stringMatching(/\w+ \w+/) }),
    ]);
    expect(await documents(cloud, 'notes')).toEqual(before);
  });

  test('cannot be given another _id', async () => {
    const line = await only('n-5');
    const answer = await ask('database/save', { collection: 'notes', ...line, text: '{"_id": "n-6"}' });
    expect(answer.status).toBe(400);
    expect(await only('n-5')).toEqual(line);
  });
});

describe('calls', () => {
  test('are counted from a moment on, each with what it asked of the database', async () => {
    expect((await ask('recording/start', {})).status).toBe(200);
    const data = { set: { id: 'made', text: MARKUP }, get: 'made' };
    await cloud.invoke({ name: 'nested', data: { name: 'store', data }, openid: 'o-ann' });
    const { body } = await ask('recording/stop', {});
    const { state, total, calls } = body as RecordingAnswer;
    expect(state).toBe('stopped');
    expect(total).toEqual({
      reads: 1,
      writes: 1,
      transactions: 0,
      byCollection: { notes: { reads: 1, writes: 1 } },
    });
    expect(calls.map(({ name, source, start }) => [name, source, start])).toEqual([
      ['nested', 'wx_client', 'cold'],
      ['store', 'wx_client,scf', 'cold'],
    ]);
    expect(calls[1]?.parent).toBe(calls[0]?.requestId);
    expect((await read<Pulse>('pulse')).recording).toMatchObject({ state: 'stopped', calls: 2 });
  });

  test('are listed newest first, by name and by failure', async () => {
    await cloud.invoke({ name: 'nowhere', openid: 'o-ann' });
    const all = await read<CallList>('invocations');
    expect(all.calls.map(({ name }) => name)).toEqual(['nowhere', 'store', 'nested']);
    expect(all.names).toEqual(['nested', 'nowhere', 'store']);
    const failed = await read<CallList>('invocations?failed=1');
    expect(failed.calls.map(({ name, failure }) => [name, failure?.errCode])).toEqual([['nowhere', -501000]]);
    expect((await read<CallList>('invocations?name=store')).calls).toHaveLength(1);
  });

  test('are shown whole, with what they were given and gave back, and the calls they made', async () => {
    const [outer] = (await read<CallList>('invocations?name=nested')).calls;
    const { call, event, result, nested } = await read<CallDetail>(
      `invocations/one?requestId=${outer?.requestId ?? ''}`,
    );
    expect(call.name).toBe('nested');
    expect(JSON.parse(event)).toMatchObject({ name: 'store' });
    expect(JSON.parse(result ?? '')).toMatchObject({ _id: 'made', text: MARKUP });
    expect(nested.map(({ name }) => name)).toEqual(['store']);
    const lost = await send(cloud, {
      path: '/control/invocations/one?requestId=none',
      method: 'GET',
      headers: HEADERS,
    });
    expect(lost.status).toBe(404);
  });

  test('make the overview, with the figures of all other parts', async () => {
    const overview = await read<Overview>('overview');
    expect(overview.functions).toEqual({ calls: 3, running: 0, failed: 1, cold: 2 });
    expect(overview.database).toMatchObject({ collections: 2, openTransactions: 0 });
    expect(overview.failures.map(({ name }) => name)).toEqual(['nowhere']);
  });
});

describe('the other parts', () => {
  test('answer an order’s user choice, and every step of its callback', async () => {
    const order = { body: 'a fee', outTradeNo: 'order-1', spbillCreateIp: '127.0.0.1', totalFee: 2500 };
    const data = { ...order, envId: 'local-env', functionName: 'nowhere' };
    await cloud.invoke({ name: 'pay', data: { api: 'unifiedOrder', data }, openid: 'o-ann' });
    const outTradeNo = 'order-1';
    const paid = await ask('pay/choose', { outTradeNo, choice: 'succeed-late' });
    expect(paid.body).toEqual({ errMsg: 'requestPayment:ok' });
    const callback = () => cloud.pay.callbacks()[0];
    const id = callback()?.id ?? '';
    expect(callback()).toMatchObject({ state: 'held', attempts: 0 });
    const before = callback()?.nextAt ?? 0;
    expect((await ask('pay/callbacks/delay', { id, ms: 3_600_000 })).status).toBe(200);
    expect(callback()?.nextAt).toBeGreaterThan(before);
    expect((await ask('pay/callbacks/deliver', { id })).status).toBe(200);
    expect(callback()).toMatchObject({ state: 'waiting', attempts: 1 });
    expect((await ask('pay/callbacks/drop', { id })).status).toBe(200);
    expect(callback()?.state).toBe('dropped');
    expect((await ask('pay/callbacks/repeat', { id })).status).toBe(200);
    expect((await ask('pay/forge', { outTradeNo })).status).toBe(200);
    expect(cloud.pay.callbacks().map(({ forged }) => forged)).toEqual([false, false, true]);
    expect((await ask('pay/choose', { outTradeNo: 'none', choice: 'succeed' })).status).toBe(404);
    expect((await ask('pay/callbacks/delay', { id, ms: 0 })).status).toBe(400);
  });

  test('start the faults anew from a seed and tell what was hit', async () => {
    expect((await ask('faults', { name: 'database-fail', match: { collection: 'runs' } })).status).toBe(200);
    await cloud.invoke({ name: 'store', data: { get: 'made' }, openid: 'o-ann' });
    expect((await read<Pulse>('pulse')).faults).toBe(1);
    expect((await ask('faults/seed', { seed: 7 })).body).toEqual({ seed: 7 });
    expect(await read('faults/board')).toMatchObject({ rules: [], struck: [] });
    expect((await ask('faults/seed', { seed: 0.5 })).status).toBe(400);
  });

  test('withdraw one fault and leave the others', async () => {
    await ask('faults', { name: 'quota' });
    await ask('faults', { name: 'slow', ms: 5 });
    const { rules } = await read<FaultBoardAnswer>('faults/board');
    expect(rules).toEqual([
      { number: 1, name: 'quota' },
      { number: 2, name: 'slow', ms: 5 },
    ]);
    expect((await ask('faults/withdraw', { number: 1 })).body).toEqual([{ name: 'slow', ms: 5 }]);
    expect((await ask('faults/withdraw', { number: 1 })).status).toBe(404);
    expect(cloud.faults.list()).toEqual([{ name: 'slow', ms: 5 }]);
    await ask('faults/clear', {});
  });

  test('follow a schedule that is drawn from a seed', async () => {
    const { body } = await ask('faults/follow', { seed: 7, faults: 3, span: 5, ms: 40 });
    const drawn = cloud.faults.plan(7, { faults: 3, span: 5, ms: 40 });
    expect(body).toEqual(drawn);
    expect(cloud.faults.list()).toEqual(drawn.rules);
    expect((await ask('faults/follow', { seed: 8, faults: 1001 })).status).toBe(400);
    expect(cloud.faults.list()).toEqual(drawn.rules);
    expect((await ask('faults/follow', { seed: 7 })).body).toEqual(cloud.faults.plan(7));
    await ask('faults/clear', {});
  });

  test('change the quota and show what is used of it', async () => {
    const { body } = await ask('quota', { choice: 50 });
    expect(body).toMatchObject({ profile: { name: '50', operationsPerSecond: 50 } });
    expect((await ask('quota', { choice: 'boundless' })).status).toBe(400);
    expect(await read('quota')).toMatchObject({ profile: { name: '50' }, refused: { operations: 0 } });
    await ask('quota', { choice: 'unlimited' });
  });

  test('list messages, files, timers and tasks', async () => {
    expect(await read('messages')).toEqual({ messages: [], permissions: [], templates: [] });
    expect(await read('files')).toEqual([]);
    expect(await read('tasks')).toEqual([]);
    expect(await read('timers')).toEqual([expect.objectContaining({ functionName: 'nightly' })]);
  });
});
