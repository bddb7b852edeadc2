import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startPartsServer, type PartsServer } from './parts-server';

let server: PartsServer;
beforeAll(async () => {
  server = await startPartsServer();
}, 30_000);
afterAll(() => server.close());

describe('routes of the preview', () => {
  test('every page forbids scripts from texts and requests to elsewhere', async () => {
    for (const path of ['/', '/phone/', '/preview/phone.js', '/preview/nothing.js']) {
      const { headers } = await fetch(server.url + path);
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(headers.get('content-security-policy')).toContain("connect-src 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('the browser keeps what bears the fingerprint of its content, and nothing else', async () => {
    const page = await (await fetch(`${server.url}/phone/`)).text();
    const named = [...page.matchAll(/(?:href|src)="(\/preview\/[^"]+)"/g)].map(
      ([, address]) => address ?? '',
    );
    const keeping = async (address: string): Promise<string | null> =>
      (await fetch(server.url + address)).headers.get('cache-control');
    expect(named.length).toBeGreaterThan(3);
    for (const address of named) {
      expect([address, await keeping(address)]).toEqual([address, 'private, max-age=31536000, immutable']);
      expect(await keeping(address.replace(/\?.*/, '?000000000000'))).toBe('no-store');
    }
    expect(await keeping('/phone/')).toBe('no-store');
  });

  test('the people are those of the host program', async () => {
    const people = (await (await fetch(`${server.url}/preview/people.json`)).json()) as { label: string }[];
    expect(people.map(({ label }) => label)).toEqual(['王小明', '李奶奶']);
  });

  test('a page that comes late hears where the clock stands', async () => {
    server.preview.broadcast({ type: 'clock', offset: 60_000 });
    const stopping = new AbortController();
    const response = await fetch(`${server.url}/preview/events`, { signal: stopping.signal });
    const first = await response.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toBe('data: {"type":"clock","offset":60000}\n\n');
    stopping.abort();
  });

  test('what is not the preview’s is left to the server it is mounted on', async () => {
    expect((await fetch(`${server.url}/invoke`, { method: 'POST', body: '{}' })).status).toBe(404);
    expect((await fetch(`${server.url}/preview/..%2F..%2Fpackage.json`)).status).toBe(404);
    expect(server.asked.map(({ path }) => path)).toEqual(['/invoke']);
  });
});
