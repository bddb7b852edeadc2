import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { BadInputStand } from './bad-input-stand';
import { exchange } from './raw-request';

let stand: BadInputStand;
beforeAll(async () => {
  stand = await BadInputStand.open();
});
afterEach(() => stand.expectUnharmed());
afterAll(() => stand.close());

/** The statuses of all answers that came back, in order. */
const statuses = async (bytes: string | Buffer): Promise<number[]> => {
  const answer = await exchange(stand.cloud.port, bytes);
  return [...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status));
};
const host = (): string => `Host: 127.0.0.1:${stand.cloud.port}\r\n`;
const get = (target: string, headers = ''): Promise<number[]> =>
  statuses(`GET ${target} HTTP/1.1\r\n${host()}Connection: close\r\n${headers}\r\n`);

describe('a server', () => {
  test.each([
    ['that are no HTTP', 'HELO there\r\n\r\n'],
    ['with two lengths', 'POST /invoke HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    [
      'with a length and chunks',
      'POST /invoke HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['with a length below zero', 'POST /invoke HTTP/1.1\r\nContent-Length: -1\r\n\r\n'],
    ['with a header that is none', 'GET /cloud HTTP/1.1\r\nno colon\r\n\r\n'],
    ['without a Host', 'GET /cloud HTTP/1.1\r\n\r\n'],
    ['of a version that is none', 'GET /cloud HTTP/9.9\r\n\r\n'],
  ])('refuses bytes %s', async (_, bytes) => {
    expect(await statuses(bytes)).toEqual([400]);
  });

  test('refuses a flood of headers, few and long or many and short', async () => {
    expect(await get('/cloud', `X-Long: ${'x'.repeat(100_000)}\r\n`)).toEqual([431]);
    expect(await get('/cloud', 'X-Short: x\r\n'.repeat(10_000))).toEqual([431]);
    expect(await get(`/${'x'.repeat(100_000)}`)).toEqual([431]);
  });

  test.each([
    'http://evil.example/cloud',
    '//evil.example/cloud',
    '*',
    '/cloud/../../etc/passwd',
    '/cloud/%2e%2e/%2e%2e/etc/passwd',
    '/cloud/..%2f..%2fetc%2fpasswd',
    '/cloud/console.js%00.html',
    '/cos/../../etc/passwd',
    '/cos/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/cos/%00',
    '/cos/%E0%A4%A',
    '/cos/',
    '/control/../admin',
    '/http/../control/clock',
    '/http/%2e%2e/control/clock',
    '/[',
  ])('serves nothing at %s', async (target) => {
    const [status = 0] = await get(target);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test('does nothing with a body that breaks off, in chunks or against its length', async () => {
    const body = '{"action":"database.insertDocument","collectionName":"notes","data":["{}"]}';
    const admin = `POST /admin HTTP/1.1\r\n${host()}Content-Type: application/json\r\nAuthorization: ${stand.proof('admin')['authorization'] ?? ''}\r\n`;
    const chunk = `${body.length.toString(16)}\r\n${body}\r\n`;
    for (const rest of [
      `Transfer-Encoding: chunked\r\n\r\n${chunk}`,
      `Transfer-Encoding: chunked\r\n\r\n${chunk}5\r\nab`,
      `Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
      `Content-Length: ${body.length + 1}\r\n\r\n${body}`,
      `Expect: 100-continue\r\nContent-Length: ${body.length + 1}\r\n\r\n${body}`,
    ]) {
      const answered = await statuses(`${admin}${rest}`);
      expect(answered.filter((status) => status !== 100 && status !== 400)).toEqual([]);
    }
  });

  test('serves on while many connections say nothing', async () => {
    const silent = Array.from({ length: 50 }, () => connect(stand.cloud.port, '127.0.0.1'));
    await Promise.all(silent.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    for (const socket of silent) socket.write('POST /invoke HTTP/1.1\r\n');
    await stand.expectUnharmed();
    for (const socket of silent) socket.destroy();
  });

  test('refuses an upgrade and a tunnel', async () => {
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n';
    const [status = 404] = await statuses(`GET /elsewhere HTTP/1.1\r\n${host()}${upgrade}\r\n`);
    expect(status).toBe(404);
    expect(await statuses(`CONNECT evil.example:443 HTTP/1.1\r\n${host()}\r\n`)).toEqual([]);
  });
});
