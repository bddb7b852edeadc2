import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openChromium, openPhone, type OpenPhone } from '../chromium';
import { startPartsServer, type PartsServer } from '../panel/parts-server';
import { until } from '../until';

let server: PartsServer;
let browser: Browser;
let phone: OpenPhone;

beforeAll(async () => {
  [server, browser] = await Promise.all([startPartsServer(), openChromium()]);
  phone = await openPhone(browser, server.url, '#/pages/calls/calls');
  await phone.page.getByText('接口').first().waitFor();
}, 30_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(async () => expect(await phone.missing()).toEqual([]));

const reload = async (): Promise<void> => {
  await phone.page.reload();
  await phone.page.getByText('接口').first().waitFor();
};

/** Runs code in the mini program and gives what it resolved or, as `failed`, what it rejected with. */
const run = <T>(code: string): Promise<T> =>
  phone.page.evaluate(
    `(async () => { try { return await (${code}) } catch (error) { return { failed: { ...error } } } })()`,
  );
/** The same without waiting: a person has to answer first. */
const start = (code: string): Promise<void> =>
  phone.page.evaluate(
    `void (async () => { window.answer = undefined; try { window.answer = await (${code}) } catch (error) { window.answer = { ...error } } })()`,
  );
const answer = async (): Promise<unknown> => {
  await until(phone.page, 'window.answer !== undefined');
  return phone.page.evaluate('window.answer');
};
const tap = (name: string): Promise<void> => phone.page.getByRole('button', { name, exact: true }).click();

describe('calling style', () => {
  test('without callbacks a promise is given, with them none', async () => {
    expect(await run('wx.getNetworkType()')).toMatchObject({
      networkType: 'wifi',
      errMsg: 'getNetworkType:ok',
    });
    const heard = await run(
      `new Promise((done) => { const given = wx.getStorage({ key: 'none', fail: (f) => done([given === undefined, f]) }) })`,
    );
    expect(heard).toEqual([true, { errMsg: 'getStorage:fail data not found' }]);
  });
});

describe('storage', () => {
  test('values come back as what they were', async () => {
    const code = `(wx.setStorageSync('a', { n: [1, '二', null] }), wx.setStorageSync('d', new Date(5)),
      [wx.getStorageSync('a'), wx.getStorageSync('d').getTime(), wx.getStorageSync('none')])`;
    expect(await run(code)).toEqual([{ n: [1, '二', null] }, 5, '']);
  });

  test('one key above 1 MB is refused and the old value stays', async () => {
    const code = `(wx.setStorageSync('big', 1), wx.setStorage({ key: 'big', data: 'x'.repeat(1048577) }))`;
    expect(await run(code)).toMatchObject({ failed: { errMsg: 'setStorage:fail entry size limit reached' } });
    expect(await run(`wx.getStorageSync('big')`)).toBe(1);
  });
});

describe('dialogs', () => {
  test('a modal answers which button was tapped', async () => {
    await start(`wx.showModal({ title: '取消预约？', content: '退 ¥25.00', confirmText: '取消预约' })`);
    await phone.page.getByRole('dialog', { name: '取消预约？' }).waitFor();
    await tap('取消预约');
    expect(await answer()).toMatchObject({ confirm: true, cancel: false, errMsg: 'showModal:ok' });
    expect(await run(`wx.showModal({ confirmText: '五个字太长' })`)).toHaveProperty('failed.errMsg');
  });

  test('an action sheet answers the index, or fails with cancel', async () => {
    await start(`wx.showActionSheet({ itemList: ['甲', '乙'] })`);
    await tap('乙');
    expect(await answer()).toEqual({ tapIndex: 1, errMsg: 'showActionSheet:ok' });
    await start(`wx.showActionSheet({ itemList: ['甲'] })`);
    await tap('取消');
    expect(await answer()).toEqual({ errMsg: 'showActionSheet:fail cancel' });
  });

  test('a toast goes by itself and a new one replaces the old', async () => {
    await run(`wx.showToast({ title: '一', duration: 60000 })`);
    await run(`wx.showToast({ title: '二', duration: 300 })`);
    expect(await phone.page.locator('.wx-toast').allTextContents()).toEqual(['二']);
    await phone.page.locator('.wx-toast').waitFor({ state: 'detached' });
  });
});

describe('the page', () => {
  test('a selector query answers box, dataset, style and the canvas itself', async () => {
    const code = `new Promise((done) => { const q = page.createSelectorQuery();
      q.select('#box').fields({ size: true, dataset: true, computedStyle: ['display'] });
      q.select('#board').node(); q.select('#nowhere').boundingClientRect();
      q.exec((all) => done([all[0], all[1].node.getContext('2d') !== null, all[2]])) })`;
    expect(await run(code)).toEqual([
      { width: 120, height: 30, dataset: { n: 7 }, display: 'block' },
      true,
      null,
    ]);
  });

  test('an intersection observer tells of what is in view', async () => {
    const code = `new Promise((done) => page.createIntersectionObserver().relativeToViewport().observe('#box', done))`;
    expect(await run(code)).toMatchObject({ id: 'box', dataset: { n: 7 }, intersectionRatio: 1 });
  });

  test('sizes and font size are the phone’s', async () => {
    expect(await run('wx.getWindowInfo()')).toMatchObject({ windowWidth: 390, screenHeight: 844 });
    expect(await run('wx.getAppBaseInfo()')).toMatchObject({ fontSizeSetting: 17, fontSizeScaleFactor: 1 });
    expect(
      await run(`[wx.canIUse('button.open-type'), wx.canIUse('requestPayment'), wx.canIUse('nothing')]`),
    ).toEqual([true, true, false]);
  });
});

describe('the cloud', () => {
  test('a call carries the identity and resolves with the result', async () => {
    server.answers['/invoke'] = ({ name }: { name: string }) => ({
      result: { hello: name },
      requestID: 'r1',
    });
    expect(await run(`wx.cloud.callFunction({ name: 'clinic', data: { a: 1 } })`)).toEqual({
      result: { hello: 'clinic' },
      requestID: 'r1',
      errMsg: 'cloud.callFunction:ok',
    });
    expect(server.asked.at(-1)).toEqual({
      path: '/invoke',
      token: 'Bearer token',
      body: { name: 'clinic', data: { a: 1 } },
    });
  });

  test('a failure and a missing network reject in the shape of WeChat', async () => {
    server.answers['/invoke'] = { errCode: -504002, errMsg: 'functions execute fail', requestID: 'r2' };
    expect(await run(`wx.cloud.callFunction({ name: 'clinic' })`)).toMatchObject({
      failed: { errCode: -504002, requestID: 'r2' },
    });
    await phone.page.evaluate(`localStorage.setItem('preview:1:state:settings', '{"offline":true}')`);
    await reload();
    expect(await run(`wx.cloud.callFunction({ name: 'clinic' })`)).toMatchObject({ failed: { errCode: -1 } });
    expect(await run('wx.getNetworkType()')).toMatchObject({ networkType: 'none' });
    await phone.page.evaluate(`localStorage.removeItem('preview:1:state:settings')`);
    await reload();
  });
});

describe('what a person decides', () => {
  const order = `{ timeStamp: '1', nonceStr: 'n', package: 'prepay_id=p', signType: 'RSA', paySign: 's' }`;

  test('a payment shows what is paid and tells the provider the choice', async () => {
    server.answers['/control/pay'] = { orders: [{ prepayId: 'p', body: '挂号费', totalFee: 2500 }] };
    server.answers['/pay/choose'] = { errMsg: 'requestPayment:ok' };
    await start(`wx.requestPayment(${order})`);
    await phone.page.getByText('挂号费 ¥25.00').waitFor();
    await tap('支付成功，结果晚到');
    expect(await answer()).toEqual({ errMsg: 'requestPayment:ok' });
    expect(server.asked.at(-1)?.body).toEqual({ package: 'prepay_id=p', choice: 'succeed-late' });
  });

  test('a cancelled payment fails with WeChat’s own words', async () => {
    server.answers['/pay/choose'] = { errMsg: 'requestPayment:fail cancel' };
    await start(`wx.requestPayment(${order})`);
    await tap('取消支付');
    expect(await answer()).toEqual({ errMsg: 'requestPayment:fail cancel' });
  });

  test('a private API waits for the page’s own consent, and fails where it is refused', async () => {
    await phone.page.evaluate(
      `wx.onNeedPrivacyAuthorization((resolve, info) => { window.need = { resolve, info } })`,
    );
    await start(`wx.setClipboardData({ data: '号' })`);
    await until(phone.page, 'window.need');
    expect(await phone.page.evaluate('need.info.referrer')).toBe('setClipboardData');
    await phone.page.evaluate(`need.resolve({ event: 'disagree' })`);
    expect(await answer()).toMatchObject({ errno: 104 });
    expect(await run('wx.getPrivacySetting()')).toMatchObject({ needAuthorization: true });
  });

  test('a code may be typed where there is no camera', async () => {
    await start('wx.scanCode()');
    await phone.page.getByLabel('码的内容').fill('签到-诊室');
    await tap('扫到了');
    expect(await answer()).toMatchObject({ result: '签到-诊室', errMsg: 'scanCode:ok' });
  });
});

describe('animation', () => {
  test('the steps of an exported animation follow one another', async () => {
    const code = `wx.createAnimation({ duration: 10 }).height(40).translateX(5).step().height('auto').step({ duration: 0 }).export()`;
    expect(await run(code)).toMatchObject({
      actions: [
        { style: { height: '40px' }, transform: 'translateX(5px)', options: { duration: 10 } },
        { style: { height: 'auto' }, options: { duration: 0 } },
      ],
    });
    await phone.page.evaluate(
      `page.setData({ moved: wx.createAnimation({ duration: 0 }).width(77).step().export() })`,
    );
    await until(phone.page, `document.querySelector('#box').getBoundingClientRect().width === 77`);
  });
});
