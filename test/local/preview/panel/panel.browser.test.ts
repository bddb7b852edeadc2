import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { openChromium } from '../chromium';
import { startPartsServer, type PartsServer } from './parts-server';
import { until } from '../until';

let server: PartsServer;
let browser: Browser;
let page: Page;

const phone = (id: number): FrameLocator => page.frameLocator(`iframe[title="手机 ${id}"]`);

beforeAll(async () => {
  [server, browser] = await Promise.all([startPartsServer(), openChromium()]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(server.url);
  await phone(1).getByLabel('姓名').waitFor();
}, 30_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('the control panel', () => {
  test('says that it is not WeChat', async () => {
    expect(await page.getByRole('banner').first().textContent()).toContain('这是浏览器预览，不是微信');
  });

  test('signs a phone in as a chosen person and fills the form of its page', async () => {
    await page.getByLabel('李奶奶').check();
    await page.getByText('手机 1 现在是：李奶奶').waitFor();
    expect(server.asked.find(({ path }) => path === '/control/login')?.body).toEqual({
      openid: 'openid-li',
      phoneNumber: '19900000002',
    });
    await page.getByLabel('王小明').check();
    await page.getByText('手机 1 现在是：王小明').waitFor();
    await phone(1).getByLabel('姓名').waitFor();
    await page.getByRole('button', { name: '填入表单' }).click();
    await page.getByText('已填入当前页面的表单').waitFor();
    await phone(1).locator('input[name=name]').and(phone(1).locator(':not(:placeholder-shown)')).waitFor();
    expect(await phone(1).getByLabel('姓名').inputValue()).toBe('王小明');
    expect(await phone(1).getByPlaceholder('证件号码').inputValue()).toBe('990001199001010011');
  });

  test('keeps what two phones store apart', async () => {
    await page.getByRole('button', { name: '再开一部手机' }).click();
    await phone(2).getByLabel('姓名').waitFor();
    const [first, second] = page.frames().filter((frame) => frame.url().includes('/phone/'));
    await first?.evaluate(`wx.setStorageSync('who', 'one')`);
    expect(await second?.evaluate(`wx.getStorageSync('who')`)).toBe('');
  });

  test('answers a phone that scans, and sets how payments end', async () => {
    const frame = page.frames().find((one) => one.url().includes('id=2'));
    await frame?.evaluate(`void wx.scanCode().then((found) => { window.found = found.result })`);
    await page.getByText('手机 2 正在扫码').waitFor();
    await page.getByRole('region', { name: '扫码' }).getByLabel('码的内容').fill('门诊-3');
    await page.getByRole('button', { name: '扫到它' }).click();
    await until(frame ?? page, `window.found === '门诊-3'`);
    server.answers['/pay/choose'] = { errMsg: 'requestPayment:fail 支付失败' };
    await page.getByLabel('支付结果').selectOption('fail');
    const paid = await frame?.evaluate(
      `wx.requestPayment({ timeStamp: '1', nonceStr: 'n', package: 'p', paySign: 's' }).catch((failed) => failed)`,
    );
    expect(paid).toEqual({ errMsg: 'requestPayment:fail 支付失败' });
    expect(server.asked.at(-1)?.body).toEqual({ package: 'p', choice: 'fail' });
  });

  test('moves the clock and follows when the server says it moved', async () => {
    const day = 24 * 60 * 60_000;
    server.answers['/control/clock/advance'] = { now: Date.now() + day, offset: day };
    await page.getByRole('button', { name: '＋1 天' }).click();
    await page.getByText('比真实时间快 1 天').waitFor();
    server.preview.broadcast({ type: 'clock', offset: 0 });
    await page.getByText('与真实时间一致').waitFor();
  });

  test('switches a phone’s network and font size', async () => {
    const frame = page.frames().find((one) => one.url().includes('id=2'));
    await page.getByRole('switch', { name: '离线' }).check();
    await until(frame ?? page, `wx.getNetworkType().then((found) => found.networkType === 'none')`);
    await page.getByLabel('微信字体大小').fill('6');
    await until(frame ?? page, 'wx.getAppBaseInfo().fontSizeSetting === 22');
  });
});

describe('two people on one phone', () => {
  test('neither sees what the other stored, and both find it again', async () => {
    const frame = page.frames().find((one) => one.url().includes('id=1'));
    const become = async (name: string): Promise<void> => {
      await page.getByLabel(name).check();
      await page.getByText(`手机 1 现在是：${name}`).waitFor();
    };
    await page.getByRole('button', { name: '手机 1', exact: true }).click();
    await become('李奶奶');
    await frame?.evaluate(`wx.setStorageSync('mine', '李')`);
    await become('王小明');
    expect(await frame?.evaluate(`wx.getStorageSync('mine')`)).toBe('');
    await become('李奶奶');
    expect(await frame?.evaluate(`wx.getStorageSync('mine')`)).toBe('李');
  });
});
