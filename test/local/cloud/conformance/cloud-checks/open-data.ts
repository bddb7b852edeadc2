import assert from 'node:assert/strict';
import type { CloudCheck, CloudCheckEnvironment } from '../cloud-check';
import type { Data } from '../sdk';

const OPEN_DATA = 'developers.weixin.qq.com, Cloud.getOpenData';
const CLOUD_ID = 'developers.weixin.qq.com, Cloud.CloudID';
const LIFETIME = 'docs.cloudbase.net, Fetch and Transfer WeChat Open Data';
const SDK_ERRORS = 'the errors of wx-server-sdk 4.0.2 around cloudIDs';
const PHONE = '19900000001';

/** What a phone of o-ann asks. */
const ask = async ({ cloud, send }: CloudCheckEnvironment, path: string, body: Data = {}): Promise<Data> => {
  const token = cloud.identity.mint({ openid: 'o-ann', phoneNumber: PHONE });
  const answer = await send({ path, headers: { authorization: `Bearer ${token}` }, body });
  return answer.body as Data;
};
const numberId = async (env: CloudCheckEnvironment): Promise<string> =>
  String((await ask(env, '/phone-code'))['cloudID']);
const open = async (env: CloudCheckEnvironment, id: string, openid = 'o-ann'): Promise<Data> => {
  env.as({ functionName: 'whoami', openid });
  const { list } = await env.sdk.getOpenData({ list: [id] });
  return list[0] ?? {};
};

const check = (
  name: string,
  source: string,
  run: (env: CloudCheckEnvironment) => Promise<void>,
): CloudCheck => ({ name, source, needs: 'local', run });

/** Data of a user that a phone may pass on but not read. */
export const OPEN_DATA_CHECKS: CloudCheck[] = [
  check('a cloudID opens to the data behind it, in the order of the list', OPEN_DATA, async (env) => {
    const id = await numberId(env);
    env.as({ functionName: 'whoami', openid: 'o-ann' });
    const { list } = await env.sdk.getOpenData({ list: ['made up', id] });
    assert.equal(list[0]?.['cloudID'], 'made up');
    const { cloudID, data } = list[1] as { cloudID: string; data: Data };
    assert.equal(cloudID, id);
    assert.equal(data['phoneNumber'], PHONE);
    assert.equal((data['watermark'] as Data)['appid'], 'wxlocal0001');
  }),
  check('a cloudID opens for the user it was made for', SDK_ERRORS, async (env) => {
    assert.equal((await open(env, await numberId(env), 'o-bob'))['errCode'], -601007);
  }),
  check('a cloudID opens for five minutes', LIFETIME, async (env) => {
    const id = await numberId(env);
    await env.cloud.clock.advance(5 * 60_000 - 1000);
    assert.ok((await open(env, id))['data']);
    await env.cloud.clock.advance(1000);
    assert.equal((await open(env, id))['errCode'], -601006);
  }),
  check('a cloudID that was never made does not open', SDK_ERRORS, async (env) => {
    assert.equal((await open(env, 'made up'))['errCode'], -601005);
  }),
  check('a cloudID as a field of a call arrives as its data', CLOUD_ID, async (env) => {
    const id = await numberId(env);
    const call = { name: 'whoami', data: { a: 1, phone: id }, cloudIds: { phone: id } };
    const { result } = (await ask(env, '/invoke', call)) as { result: { event: Data } };
    const { a, phone } = result.event;
    assert.equal(a, 1);
    assert.equal(((phone as Data)['data'] as Data)['phoneNumber'], PHONE);
  }),
];
