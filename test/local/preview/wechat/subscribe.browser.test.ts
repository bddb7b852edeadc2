import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { openChromium, openPhone, type OpenPhone } from '../chromium';
import { until } from '../until';
import { OPENID, openWeChat, type WeChatStage } from './wechat-stage';

let stage: WeChatStage;
let browser: Browser;
let phone: OpenPhone;

beforeAll(async () => {
  [stage, browser] = await Promise.all([openWeChat(), openChromium()]);
  phone = await openPhone(browser, stage.cloud.url);
  await button('订阅').waitFor();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const button = (name: string): Locator => phone.page.getByRole('button', { name, exact: true });
const sheet = (): Locator => phone.page.getByRole('dialog', { name: '订阅消息' });
const answer = async (): Promise<unknown> => {
  await until(phone.page, 'window.answer !== undefined');
  return phone.page.evaluate('({ ...window.answer })');
};
const left = (): Record<string, number> =>
  Object.fromEntries(
    stage.cloud.messages
      .permissions()
      .filter(({ openid }) => openid === OPENID)
      .map((one) => [one.templateId, one.left]),
  );
const sendTurn = (): Promise<Record<string, unknown>> =>
  stage.call('subscribeMessage.send', {
    touser: OPENID,
    templateId: 'TURN',
    page: 'pages/visit/visit?scene=7',
    data: { thing1: { value: '内科' } },
  });

describe('asking for subscription messages', () => {
  test('what the person ticked may be sent once each, what they did not may not', async () => {
    await button('订阅').click();
    await sheet().getByText('门诊样例 申请发送以下消息').waitFor();
    await sheet().getByLabel('缴费结果').uncheck();
    await button('允许').click();
    expect(await answer()).toEqual({
      TURN: 'accept',
      PAID: 'reject',
      errMsg: 'requestSubscribeMessage:ok',
    });
    expect(left()).toEqual({ TURN: 1 });
    expect(await sendTurn()).toMatchObject({ errCode: 0 });
    expect(await sendTurn()).toMatchObject({ errCode: 43101 });
    expect(stage.cloud.messages.list()).toMatchObject([{ openid: OPENID, title: '候诊提醒' }]);
  });

  test('it must come straight from a tap', async () => {
    await button('晚一步订阅').click();
    expect(await answer()).toEqual({
      errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
    });
    await phone.page.evaluate('void (window.answer = undefined, page.ask())');
    expect(await answer()).toHaveProperty('errMsg');
    expect(await sheet().count()).toBe(0);
  });

  test('the answer to a dialog is a tap too', async () => {
    await button('先问再订阅').click();
    await button('确定').click();
    await button('拒绝').click();
    expect(await answer()).toMatchObject({ TURN: 'reject', PAID: 'reject' });
  });

  test('templates that cannot be asked for fail with the code of their fault', async () => {
    await phone.page.evaluate(`page.setData({ tmplIds: ['NONE'] })`);
    await button('订阅').click();
    expect(await answer()).toEqual({
      errCode: 20001,
      errMsg: 'requestSubscribeMessage:fail No template data return, verify the template id exist',
    });
    await phone.page.evaluate(`page.setData({ tmplIds: ['TURN', 'PAID'] })`);
  });

  test('a choice that is kept is not asked again, and shows in the settings', async () => {
    await button('订阅').click();
    await sheet().getByLabel('总是保持以上选择').check();
    await button('允许').click();
    expect(await answer()).toMatchObject({ TURN: 'accept', PAID: 'accept' });
    await button('订阅').click();
    expect(await answer()).toMatchObject({ TURN: 'accept', PAID: 'accept' });
    expect(left()).toEqual({ TURN: 2, PAID: 2 });
    const { subscriptionsSetting } = await phone.page.evaluate<Record<string, unknown>>(
      'wx.getSetting({ withSubscriptions: true })',
    );
    expect(subscriptionsSetting).toEqual({
      mainSwitch: true,
      itemSettings: { TURN: 'accept', PAID: 'accept' },
    });
  });

  test('who turns messages off in the settings gets none and is not asked', async () => {
    await phone.page.evaluate('void wx.openSetting()');
    await phone.page.getByLabel('接收订阅消息').uncheck();
    await until(
      phone.page,
      'wx.getSetting({ withSubscriptions: true }).then((it) => !it.subscriptionsSetting.mainSwitch)',
    );
    await button('完成').click();
    expect(await sendTurn()).toMatchObject({ errCode: 43101 });
    await button('订阅').click();
    expect(await answer()).toMatchObject({ errCode: 20004 });
    expect(await phone.errors()).toEqual([]);
    expect(await phone.missing()).toEqual([]);
  });
});

describe('an id that stands for data of the user', () => {
  test('becomes the data where it is a field of the call, and stays text deeper inside', async () => {
    const token = stage.cloud.identity.mint({ openid: OPENID, phoneNumber: '19900000001' });
    const response = await fetch(`${stage.cloud.url}/phone-code`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    const { cloudID } = (await response.json()) as { cloudID: string };
    const { result } = await phone.page.evaluate<{ result: { event: unknown } }>(
      `wx.cloud.callFunction({ name: 'whoami', data: {
        phone: wx.cloud.CloudID('${cloudID}'), inner: { phone: wx.cloud.CloudID('${cloudID}') } } })`,
    );
    expect(result.event).toMatchObject({
      phone: { cloudID, data: { phoneNumber: '19900000001' } },
      inner: { phone: cloudID },
    });
  });
});
