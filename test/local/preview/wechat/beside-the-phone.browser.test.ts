import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { openChromium } from '../chromium';
import { until } from '../until';
import { OPENID, openWeChat, type WeChatStage } from './wechat-stage';

const SCENE = 'id=7&b=a/b';
const ENCODED = encodeURIComponent(SCENE);

let stage: WeChatStage;
let browser: Browser;
let page: Page;
let picture: { name: string; mimeType: string; buffer: Buffer };

beforeAll(async () => {
  [stage, browser] = await Promise.all([openWeChat(), openChromium()]);
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await page.goto(stage.cloud.url);
  await inPhone('扫码').waitFor();
  const buffer = await codePicture();
  picture = { name: 'code.png', mimeType: 'image/png', buffer };
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stage.close();
});

/** The picture that a function gets for its scene. */
async function codePicture(): Promise<Buffer> {
  const { base64 } = await stage.call('wxacode.getUnlimited', { scene: SCENE, page: 'pages/visit/visit' });
  return Buffer.from(String(base64), 'base64');
}

const frame = (): Frame => {
  const found = page.frames().find((one) => one.url().includes('/phone/'));
  if (found === undefined) throw new Error('there is no phone');
  return found;
};
const inPhone = (name: string): Locator =>
  page.frameLocator('iframe').getByRole('button', { name, exact: true });
const panel = (): Locator => page.getByRole('region', { name: '扫码' });
const answer = async (): Promise<unknown> => {
  await until(frame(), 'window.answer !== undefined');
  return frame().evaluate('({ ...window.answer })');
};

describe('scanning a mini program code that the cloud made', () => {
  test('a picture chosen in the phone gives the path with its scene', async () => {
    await inPhone('扫码').click();
    await page.frameLocator('iframe').getByLabel('选择有码的图片').setInputFiles(picture);
    expect(await answer()).toMatchObject({
      path: `pages/visit/visit?scene=${ENCODED}`,
      scanType: 'WX_CODE',
      errMsg: 'scanCode:ok',
    });
  });

  test('a picture chosen in the panel is given to the phone that scans', async () => {
    await inPhone('扫码').click();
    await page.getByText('手机 1 正在扫码').waitFor();
    await panel().getByLabel('选择有码的图片').setInputFiles(picture);
    expect(await answer()).toMatchObject({ path: `pages/visit/visit?scene=${ENCODED}` });
  });

  test('another code gives its text and no path', async () => {
    await inPhone('扫码').click();
    await page.getByText('手机 1 正在扫码').waitFor();
    await panel().getByLabel('码的内容').fill('https://example.com/a');
    await page.getByRole('button', { name: '扫到它' }).click();
    const found = await answer();
    expect(found).toMatchObject({ result: 'https://example.com/a', scanType: 'QR_CODE' });
    expect(found).not.toHaveProperty('path');
  });

  test('a picture without a code says so and goes on waiting', async () => {
    await inPhone('扫码').click();
    const blank = { ...picture, buffer: Buffer.from('no picture at all') };
    await page.frameLocator('iframe').getByLabel('选择有码的图片').setInputFiles(blank);
    await page.frameLocator('iframe').getByText('图片里没有找到二维码').waitFor();
    await inPhone('取消').click();
    expect(await answer()).toMatchObject({ errMsg: 'scanCode:fail cancel' });
  });

  test('WeChat’s own scanner opens the page, with the encoded scene in its query', async () => {
    await panel().getByLabel('选择有码的图片').setInputFiles(picture);
    await page.getByText('图片里的码已填好').waitFor();
    await page.getByRole('button', { name: '用微信扫一扫打开' }).click();
    await page.frameLocator('iframe').getByText(`参数 ${ENCODED}`).waitFor();
    await page.frameLocator('iframe').getByText(`场景 ${SCENE}`).waitFor();
    expect(await frame().evaluate('getApp().globalData.scene')).toBe(1047);
    expect(await frame().evaluate('wx.getLaunchOptionsSync().scene')).toBe(1047);
    await frame().evaluate('location.reload()');
    await page.frameLocator('iframe').getByText(`参数 ${ENCODED}`).waitFor();
    expect(await frame().evaluate('getApp().globalData.scene')).toBe(1001);
  });

  test('WeChat’s own scanner opens nothing for other codes', async () => {
    await panel().getByLabel('码的内容').fill('local-wxacode://wxother/pages/visit/visit?scene=1');
    await page.getByRole('button', { name: '用微信扫一扫打开' }).click();
    await page.getByText('这不是本小程序的小程序码').waitFor();
  });
});

describe('a subscription message', () => {
  test('shows beside the phone of its user when it arrives, and opens its page', async () => {
    const { messages } = stage.cloud;
    await messages.answer(OPENID, { tmplIds: ['TURN'], choices: { TURN: 'accept' }, keep: false });
    const sent = await stage.call('subscribeMessage.send', {
      touser: OPENID,
      templateId: 'TURN',
      page: 'pages/visit/visit?scene=turn',
      data: { thing1: { value: '内科' } },
    });
    expect(sent).toMatchObject({ errCode: 0 });
    const message = page.getByRole('region', { name: '收到的消息' }).getByRole('button');
    await message.waitFor();
    expect(await message.textContent()).toBe('候诊提醒科室：内科');
    await message.click();
    await page.frameLocator('iframe').getByText('参数 turn').waitFor();
    expect(await frame().evaluate('getApp().globalData.scene')).toBe(1014);
  });
});
