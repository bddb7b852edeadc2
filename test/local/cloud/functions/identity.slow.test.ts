import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import { APP_ID, ENV_ID, openCloud, send } from '../cloud-under-test';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud({
    functionEnv: { SETTING: 'for all', WX_OPENID: 'o-forged' },
    functionConfig: { functions: { nested: { variables: { SETTING: 'own' } } }, maximum: 1 },
  });
});
afterAll(() => cloud.close());

interface Seen {
  event: Record<string, unknown>;
  wx: Record<string, unknown>;
  zone: string;
  setting: string;
  trigger?: string;
}
const whoami = async (call: Parameters<LocalCloud['invoke']>[0]): Promise<Seen> =>
  (await cloud.invoke(call)).result as Seen;

describe('who a function sees', () => {
  test('the caller is in getWXContext and in event.userInfo', async () => {
    const seen = await whoami({ name: 'whoami', data: { a: 1 }, openid: 'o-ann' });
    expect(seen.wx).toEqual({ OPENID: 'o-ann', APPID: APP_ID, ENV: ENV_ID, SOURCE: 'wx_client' });
    expect(seen.event).toEqual({ a: 1, userInfo: { appId: APP_ID, openId: 'o-ann' } });
  });

  test('a call without a user has no OPENID, also after one that had', async () => {
    await whoami({ name: 'whoami', openid: 'o-ann' });
    const seen = await whoami({ name: 'whoami', source: 'wx_trigger' });
    expect(seen.wx).toEqual({ APPID: APP_ID, ENV: ENV_ID, SOURCE: 'wx_trigger' });
  });

  test('a nested call carries the user, and the chain of sources', async () => {
    const seen = await whoami({ name: 'nested', data: { depth: 2 }, openid: 'o-ann' });
    expect(seen.wx).toMatchObject({ OPENID: 'o-ann', SOURCE: 'wx_client,scf,scf,scf' });
    expect(seen.event).toEqual({ userInfo: { appId: APP_ID, openId: 'o-ann' } });
  });

  test('functions that call each other for ever are stopped, though only one process is allowed', async () => {
    const answer = await cloud.invoke({ name: 'nested', data: { depth: 30 }, openid: 'o-ann' });
    expect(answer.errCode).toBe(-504002);
  });

  test('each event shows its own caller when many run at once', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `o-user-${index}`);
    const seen = await Promise.all(names.map((openid) => whoami({ name: 'whoami', openid })));
    expect(seen.map(({ wx }) => wx['OPENID'])).toEqual(names);
  });

  test('variables come from the options, the zone is UTC, and neither can replace the identity', async () => {
    const seen = await whoami({ name: 'whoami', openid: 'o-ann' });
    expect(seen).toMatchObject({ setting: 'for all', zone: 'UTC' });
    expect((await whoami({ name: 'whoami' })).wx['OPENID']).toBeUndefined();
  });
});

describe('the token of a phone', () => {
  const call = (token: string | undefined, body: unknown) =>
    send(cloud, {
      path: '/invoke',
      body,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });

  test('says who calls, whatever the data claims', async () => {
    const token = cloud.identity.mint({ openid: 'o-ben' });
    const data = { userInfo: { openId: 'o-ann' }, OPENID: 'o-ann' };
    const { status, body } = await call(token, { name: 'whoami', data, openid: 'o-ann' });
    const answer = body as { result: Seen; errMsg: string; requestID: string };
    expect(status).toBe(200);
    expect(answer.errMsg).toBe('cloud.callFunction:ok');
    expect(answer.requestID).toMatch(/^[\da-f-]{36}$/);
    expect(answer.result.wx['OPENID']).toBe('o-ben');
    expect(answer.result.event['userInfo']).toEqual({ appId: APP_ID, openId: 'o-ben' });
  });

  test.each([
    ['absent', () => undefined],
    ['not a token', () => 'o-ann'],
    ['signed by another cloud', () => cloud.identity.mint({ openid: 'o-ann' }).replace(/.{4}$/, 'AAAA')],
    ['expired', () => cloud.identity.mint({ openid: 'o-ann', lifetimeMs: -1 })],
    [
      'changed after signing',
      () => {
        const [, signature = ''] = cloud.identity.mint({ openid: 'o-ben' }).split('.');
        const payload = { kind: 'identity', openid: 'o-ann', appid: APP_ID, expiresAt: 9e15 };
        return `${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${signature}`;
      },
    ],
  ])('is refused when it is %s', async (_, token) => {
    const { status, body } = await call(token(), { name: 'whoami' });
    expect(status).toBe(401);
    expect(body).toMatchObject({ errCode: -601017 });
    expect((body as { errMsg: string }).errMsg).toMatch(/^cloud\.callFunction:fail Error: errCode: -601017/);
  });

  test.each([
    ['a name that is missing', {}, -501007],
    ['data that is no object', { name: 'whoami', data: [1] }, -501007],
    ['a function that is not deployed', { name: 'nobody' }, -501000],
    ['a path instead of a name', { name: '../deployed/whoami' }, -501000],
  ])('cannot make good %s', async (_, body, errCode) => {
    const answer = await call(cloud.identity.mint({ openid: 'o-ann' }), body);
    expect(answer.body).toMatchObject({ errCode });
  });

  test('an openid of digits alone is never issued, since the SDK would change it', () => {
    expect(() => cloud.identity.mint({ openid: '12345678901234567890' })).toThrow('not an openid');
  });
});
