import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect, createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { replyJson, type LocalCloud } from '../../../../local/cloud';
import { openCloud, send } from '../cloud-under-test';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud({
    functionConfig: { prewarmed: 0 },
    extraRoutes: [
      (_request, response, url) => {
        if (url.pathname !== '/page') return false;
        replyJson(response, 200, { page: true });
        return true;
      },
    ],
  });
});
afterAll(() => cloud.close());

describe('the server', () => {
  const own = (): string => `127.0.0.1:${cloud.port}`;

  test.each([
    ['its own address', () => ({ host: own() })],
    ['localhost', () => ({ host: `localhost:${cloud.port}` })],
    ['its own page', () => ({ host: own(), origin: `http://${own()}` })],
  ])('serves %s', async (_, headers) => {
    const answer = await send(cloud, { path: '/page', method: 'GET', headers: headers() });
    expect(answer).toEqual({ status: 200, body: { page: true } });
  });

  test.each([
    ['a foreign Host (DNS rebinding)', () => ({ host: 'evil.example' }), 403],
    ['a foreign Host with our port', () => ({ host: `evil.example:${cloud.port}` }), 403],
    ['another port of this machine', () => ({ host: '127.0.0.1:1' }), 403],
    ['a foreign Origin', () => ({ origin: 'https://evil.example' }), 403],
    ['a page of another local server', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['an Origin that is hidden', () => ({ origin: 'null' }), 403],
    ['a form post', () => ({ 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['a text post', () => ({ 'content-type': 'text/plain' }), 415],
    ['a multipart post', () => ({ 'content-type': 'multipart/form-data; boundary=x' }), 415],
  ])('refuses %s, on every route', async (_, headers, status) => {
    for (const path of ['/page', '/invoke', '/control/faults/clear'])
      expect((await send(cloud, { path, headers: headers() })).status).toBe(status);
  });

  test('refuses other methods', async () => {
    expect((await send(cloud, { path: '/page', method: 'PUT' })).status).toBe(405);
    expect((await send(cloud, { path: '/page', method: 'OPTIONS' })).status).toBe(405);
  });

  test('knows no other address', async () => {
    expect((await send(cloud, { path: '/elsewhere', method: 'GET' })).status).toBe(404);
    expect((await send(cloud, { path: '/invoke', method: 'GET' })).status).toBe(404);
  });

  test('listens on this machine only', async () => {
    const outer = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
    if (outer === undefined) return;
    const reached = await new Promise((resolve) => {
      const socket = connect(cloud.port, outer, () => resolve(true));
      socket.on('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });

  test('says in one line that its port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(openCloud({ port })).rejects.toThrow(`port ${port} is in use`);
    other.close();
  });
});

describe('the endpoint of the SDK', () => {
  const query = { action: 'database.getDocument', collectionName: 'notes', queryType: 'WHERE', limit: 1 };

  test.each([
    ['none', {}],
    [
      'one of an earlier start',
      { authorization: 'TC3-HMAC-SHA256 Credential=AKIDold/2026-03-10/tcb/tc3_request' },
    ],
    ['an empty one', { authorization: 'TC3-HMAC-SHA256 Credential=/x' }],
  ])('refuses a request whose credential is %s', async (_, headers) => {
    expect((await send(cloud, { path: '/admin', body: query, headers })).status).toBe(403);
  });
});

describe('the control panel', () => {
  const panel = { 'x-local-control': '1' };

  test('answers nobody without its header', async () => {
    expect((await send(cloud, { path: '/control/clock', method: 'GET' })).status).toBe(403);
    expect((await send(cloud, { path: '/control/login', body: { openid: 'o-ann' } })).status).toBe(403);
  });

  test('signs a user in', async () => {
    const body = { openid: 'o-ann', phoneNumber: '19900000001' };
    const answer = await send(cloud, { path: '/control/login', headers: panel, body });
    const { token } = answer.body as { token: string };
    expect(cloud.identity.read(token)).toMatchObject(body);
    const wrong = await send(cloud, { path: '/control/login', headers: panel, body: { openid: '1' } });
    expect(wrong).toMatchObject({
      status: 400,
      body: { code: 'INVALID_REQUEST', message: 'not an openid: 1' },
    });
  });

  test('reads and moves the clock', async () => {
    const now = Date.parse('2026-03-10T08:00:00+08:00');
    const set = await send(cloud, { path: '/control/clock/set', headers: panel, body: { now } });
    expect(set.body).toMatchObject({ now: expect.any(Number), offset: cloud.clock.offset() });
    await send(cloud, { path: '/control/clock/advance', headers: panel, body: { ms: 60_000 } });
    const read = await send(cloud, { path: '/control/clock', method: 'GET', headers: panel });
    expect((read.body as { now: number }).now - now).toBeGreaterThanOrEqual(60_000);
  });

  test('sets and clears faults, and refuses one that does not exist', async () => {
    const fault = { name: 'slow', ms: 5, match: { function: 'whoami' } };
    const set = await send(cloud, { path: '/control/faults', headers: panel, body: fault });
    expect(set.body).toEqual([fault]);
    expect((await send(cloud, { path: '/control/faults', headers: panel, body: { name: 'x' } })).status).toBe(
      400,
    );
    await send(cloud, { path: '/control/faults/clear', headers: panel });
    expect(cloud.faults.list()).toEqual([]);
  });

  test('lists timers, payments and logs', async () => {
    for (const path of ['/control/timers', '/control/pay', '/control/logs'])
      expect((await send(cloud, { path, method: 'GET', headers: panel })).status).toBe(200);
  });
});
