import { expect } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import { openCloud } from '../cloud-under-test';
import { sendRaw, type RawAnswer, type RawRequest } from './raw-request';
import { stateDigest } from './state-digest';

/** Words of the engine under it, which tell that something was not refused but broke. */
const BROKEN = /cannot read|is not a function|is not iterable|undefined|stack|unexpected token|\bat .*\.ts/i;

type Kind = 'admin' | 'phone' | 'panel' | 'files' | 'page';

/** Who is served at a path, and so in which shape it refuses. */
export const kindOf = (path: string): Kind => {
  if (path === '/admin') return 'admin';
  if (path.startsWith('/control/')) return 'panel';
  if (path.startsWith('/cos/')) return 'files';
  return path.startsWith('/cloud') || path.startsWith('/http/') ? 'page' : 'phone';
};

/** Asserts that an answer is a refusal in the shape its address has, and says nothing of the engine. */
export function expectRefused(path: string, { status, text, json }: RawAnswer): void {
  expect(text).not.toMatch(BROKEN);
  if (kindOf(path) === 'admin') {
    const words = { code: expect.any(String), message: expect.any(String), requestId: expect.any(String) };
    expect(json).toEqual(words);
    expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
  } else if (kindOf(path) === 'phone' && json?.['errCode'] !== undefined) {
    expect(json).toMatchObject({ errCode: expect.any(Number), errMsg: expect.any(String) });
  } else {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  }
}

/** A running cloud, and how its rightful callers prove who they are. */
export class BadInputStand {
  private constructor(
    readonly cloud: LocalCloud,
    private readonly before: string,
    readonly variables: Record<string, string>,
  ) {}

  static async open(): Promise<BadInputStand> {
    const cloud = await openCloud({ functionConfig: { prewarmed: 0 }, holdTimers: true });
    const data = ['{"_id":"kept","n":{"$numberInt":"1"}}'];
    await cloud.database.handle('database.insertDocument', { collectionName: 'notes', data });
    const variables = cloud.sdkVariables({ functionName: 'phone', openid: 'o-ann' });
    return new BadInputStand(cloud, await stateDigest(cloud), variables);
  }

  /** The headers that prove a caller of this kind of address. */
  proof(kind: Kind): Record<string, string> {
    const secretId = this.variables['TENCENTCLOUD_SECRETID'] ?? '';
    if (kind === 'admin')
      return { authorization: `TC3-HMAC-SHA256 Credential=${secretId}/2026-01-05/tcb/tc3_request` };
    if (kind === 'phone') return { authorization: `Bearer ${this.cloud.identity.mint({ openid: 'o-ann' })}` };
    return kind === 'panel' ? { 'x-local-control': '1' } : {};
  }

  /** Sends to an address such as `POST /admin` as its rightful caller would, but for what is changed. */
  ask(address: string, change: Partial<RawRequest> = {}): Promise<RawAnswer> {
    const [method = '', pattern = ''] = address.split(' ');
    return sendRaw(this.cloud.port, {
      method,
      path: pattern.replace('*', 'some/file.txt'),
      ...change,
      headers: { 'content-type': 'application/json', ...this.proof(kindOf(pattern)), ...change.headers },
    });
  }

  /** Asserts that nothing was changed and that the server still serves. */
  async expectUnharmed(): Promise<void> {
    expect(await stateDigest(this.cloud)).toBe(this.before);
    expect((await this.ask('GET /control/clock')).status).toBe(200);
  }

  close(): Promise<void> {
    return this.cloud.close();
  }
}
