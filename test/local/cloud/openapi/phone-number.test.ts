import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import { APP_ID, openCloud, send } from '../cloud-under-test';

const PHONE = '19900000001';
let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

const askCode = async (phoneNumber?: string) => {
  const token = cloud.identity.mint({
    openid: 'o-ann',
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
  });
  const { body } = await send(cloud, { path: '/phone-code', headers: { authorization: `Bearer ${token}` } });
  return body as { errMsg: string; code?: string };
};
const redeem = async (data: Record<string, unknown>, name = 'phone') =>
  (await cloud.invoke({ name, data, openid: 'o-ann' })).result as Record<string, unknown>;

describe('the phone number behind a code', () => {
  test('is given to a function that may ask, once', async () => {
    const { code } = await askCode(PHONE);
    expect(await redeem({ code })).toMatchObject({
      errCode: 0,
      phoneInfo: {
        phoneNumber: PHONE,
        purePhoneNumber: PHONE,
        countryCode: '86',
        watermark: { appid: APP_ID },
      },
    });
    expect(await redeem({ code })).toEqual({ errCode: 40029 });
  });

  test('is no longer given after five minutes', async () => {
    const { code } = await askCode(PHONE);
    await cloud.clock.advance(5 * 60_000);
    expect(await redeem({ code })).toEqual({ errCode: 40029 });
  });

  test('is not given to a function without the permission, and the code stays good', async () => {
    const { code } = await askCode(PHONE);
    expect(await redeem({ code }, 'phone-denied')).toEqual({ errCode: -604101 });
    expect(await redeem({ code })).toMatchObject({ errCode: 0 });
  });

  test.each([[undefined], ['made up'], [7], [{ $ne: null }]])('is not behind %p', async (code) => {
    expect(await redeem(code === undefined ? {} : { code })).toEqual({ errCode: 40029 });
  });

  test('cannot be asked for where WeChat holds none', async () => {
    expect(await askCode()).toEqual({ errMsg: 'getPhoneNumber:fail no phone number is bound' });
  });

  test('is asked for with a valid token only', async () => {
    expect((await send(cloud, { path: '/phone-code' })).status).toBe(401);
  });

  test('an interface that does not exist here says so', async () => {
    expect(await redeem({ other: true })).toEqual({ errCode: -604100 });
  });
});
