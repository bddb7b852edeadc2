import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request, type IncomingHttpHeaders } from 'node:http';
import type { LocalCloud } from '../../../../local/cloud';
import { APP_ID, ENV_ID, openCloud } from '../cloud-under-test';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud({
    functionConfig: { prewarmed: 0 },
    httpAccess: { paths: { '/web/who': 'whoami', '/gone': 'nobody' }, timeoutMs: 30_000 },
  });
});
afterAll(() => cloud.close());

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: () => unknown;
}
const ask = (
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: object; body?: Buffer | string } = {},
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: cloud.port,
      path,
      method,
      agent: false,
      headers: { ...headers },
    };
    const outgoing = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString('latin1');
        const json = (): unknown => JSON.parse(bytes.toString('utf8'));
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
interface Seen {
  event: Record<string, unknown> & { headers: Record<string, string> };
  wx: Record<string, unknown>;
}
const seen = async (...asked: Parameters<typeof ask>): Promise<Seen> => (await ask(...asked)).json() as Seen;

describe('a function behind an HTTP path', () => {
  test('gets the request as an event, and no user', async () => {
    const { event, wx } = await seen('/http/web/event?a=1&b=%E4%B8%AD&a=2', { headers: { 'X-Own': 'own' } });
    expect(event).toMatchObject({
      path: '/event',
      httpMethod: 'GET',
      queryStringParameters: { a: '2', b: '中' },
      requestContext: { envId: ENV_ID },
      body: '',
      isBase64Encoded: false,
    });
    expect(event.headers).toMatchObject({ 'x-own': 'own', host: `127.0.0.1:${cloud.port}` });
    expect(wx).toEqual({ APPID: APP_ID, ENV: ENV_ID, SOURCE: 'wx_http' });
  });

  test('is named in its own log by the request id that it was told', async () => {
    const { event } = await seen('/http/web/event');
    const { requestId } = event['requestContext'] as { requestId: string };
    expect(cloud.host.logs({ requestId })).toMatchObject([{ name: 'web', source: 'wx_http' }]);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('may be asked with %s', async (method) => {
    expect((await seen('/http/web/event', { method })).event['httpMethod']).toBe(method);
  });

  test('gets texts as they are and everything else as base64', async () => {
    const post = (type: string, body: Buffer | string) =>
      seen('/http/web/event', { method: 'POST', headers: { 'content-type': type }, body });
    const form = await post('application/x-www-form-urlencoded', 'a=1&b=2');
    expect(form.event).toMatchObject({ body: 'a=1&b=2', isBase64Encoded: false });
    const json = await post('application/json; charset=utf-8', '{"name":"中"}');
    expect(json.event).toMatchObject({ body: '{"name":"中"}', isBase64Encoded: false });
    const bytes = Buffer.from([0, 255, 1]);
    const image = await post('image/png', bytes);
    expect(image.event).toMatchObject({ body: bytes.toString('base64'), isBase64Encoded: true });
    const broken = await post('text/plain', bytes);
    expect(broken.event).toMatchObject({ body: bytes.toString('base64'), isBase64Encoded: true });
  });

  test('sees its path below the trigger path, and the longest trigger path wins', async () => {
    const { event } = (await ask('/http/web/who/a/../b/c')).json() as Seen;
    expect(event).toMatchObject({ path: '/b/c' });
    expect(((await ask('/http/web/who')).json() as Seen).event).toMatchObject({ path: '/' });
  });
});

describe('the answer of such a function', () => {
  test.each([
    ['/text', 200, 'text/plain; charset=utf-8', 'hello gateway'],
    ['/number', 200, 'text/plain; charset=utf-8', '7'],
    ['/nothing', 200, 'application/json; charset=utf-8', ''],
    ['/html', 200, 'text/html; charset=utf-8', '<h1>Hello</h1>'],
    ['/bytes', 201, 'image/png', '\x89PNG'],
    ['/empty', 204, 'text/plain; charset=utf-8', ''],
  ])('at %s is sent with status %i as %s', async (path, status, type, text) => {
    const reply = await ask(`/http/web${path}`);
    expect(reply).toMatchObject({ status, text });
    expect(reply.headers['content-type']).toBe(type);
  });

  test('may move the browser on and set cookies', async () => {
    const { status, headers } = await ask('/http/web/moved');
    expect(status).toBe(301);
    expect(headers).toMatchObject({ location: '/elsewhere', 'set-cookie': ['a=1', 'b=2'] });
  });

  test('has no body where only its head is asked for', async () => {
    const { text, headers } = await ask('/http/web/text', { method: 'HEAD' });
    expect(text).toBe('');
    expect(headers['content-length']).toBe('13');
  });

  test('loses the headers that are not a function’s to set', async () => {
    const { headers, text } = await ask('/http/web/dangerous');
    expect(text).toBe('whole');
    expect(headers).toMatchObject({
      'content-length': '5',
      'x-own': '1',
      'x-content-type-options': 'nosniff',
    });
    for (const name of ['transfer-encoding', 'clear-site-data', 'service-worker-allowed'])
      expect(headers).not.toHaveProperty(name);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none', sandbox /);
    expect(headers['content-security-policy']).not.toMatch(/allow-same-origin/);
  });

  test.each([
    ['/throws', 500, 'FUNCTION_INVOCATION_FAILED'],
    ['/split', 500, 'FUNCTION_INVOCATION_FAILED'],
    ['/status', 500, 'FUNCTION_INVOCATION_FAILED'],
    ['/large?bytes=6291456', 500, 'FUNCTION_INVOCATION_FAILED'],
  ])('that cannot be had at %s is a refusal of the gateway: %i %s', async (path, status, code) => {
    const reply = await ask(`/http/web${path}`);
    expect(reply.status).toBe(status);
    expect(reply.json()).toMatchObject({ code, requestId: expect.stringMatching(/^[\da-f-]{36}$/) });
    expect(reply.text).not.toMatch(/secret/);
  });
});

describe('the gateway', () => {
  test.each(['/http/', '/http/store', '/http/webs', '/http/WEB/text', '/http//web/text'])(
    'knows no function at %s',
    async (path) => {
      const reply = await ask(path);
      expect(reply.status).toBe(404);
      expect(reply.json()).toMatchObject({ code: 'INVALID_PATH' });
    },
  );

  test('says so where the function of a path is not deployed', async () => {
    expect(await ask('/http/gone')).toMatchObject({
      status: 404,
      text: expect.stringMatching(/FUNCTION_NOT_FOUND/),
    });
  });

  test('takes a text of 100 KB and not a byte more, and other bodies up to what fits as base64', async () => {
    const post = (type: string, bytes: number) =>
      ask('/http/web/text', {
        method: 'POST',
        headers: { 'content-type': type },
        body: Buffer.alloc(bytes, 97),
      });
    expect((await post('text/plain', 102_400)).status).toBe(200);
    const refused = await post('application/json', 102_401);
    expect(refused.status).toBe(413);
    expect(refused.json()).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
    expect((await post('image/png', 4_500_000)).status).toBe(200);
    expect((await post('image/png', 4_718_593)).status).toBe(413);
  });

  test('serves pages of any origin, but under its own Host only', async () => {
    expect((await ask('/http/web/text', { headers: { origin: 'https://example.com' } })).status).toBe(200);
    expect((await ask('/http/web/text', { headers: { host: 'example.com' } })).status).toBe(403);
    expect((await ask('/control/logs', { headers: { origin: 'https://example.com' } })).status).toBe(403);
    expect((await ask('/http/../control/logs', { headers: { origin: 'null' } })).status).toBe(403);
  });
});
