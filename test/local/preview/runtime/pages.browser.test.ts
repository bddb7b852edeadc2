import { describe, expect, test } from '@jest/globals';
import { openPhone, type OpenPhone } from '../chromium';
import { expectQuiet, fixtureStage } from '../fixture-stage';
import { until } from '../until';

const stage = fixtureStage();
let phone: OpenPhone;

const open = async (address: string, ready: string): Promise<OpenPhone> => {
  phone = await openPhone(stage.browser, stage.server.origin, address);
  await phone.page.getByTestId(ready).waitFor();
  return phone;
};

const text = (id: string): Promise<string | null> => phone.page.getByTestId(id).textContent();
const tap = (id: string): Promise<void> => phone.page.getByTestId(id).click();
const style = (id: string, property: string): Promise<string> =>
  phone.page
    .getByTestId(id)
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

describe('a page in the phone', () => {
  test('runs its lifetimes in WeChat’s order and gets the query as it was written', async () => {
    await open('#/pages/home/home?a=1&b=%E4%BD%A0', 'title');
    await until(phone.page, 'getApp().globalData.log.includes("home ready")');
    expect(await phone.log()).toEqual([
      'app launch pages/home/home',
      'app show pages/home/home',
      'home load {"a":"1","b":"%E4%BD%A0"} stack 1',
      'home show',
      'home ready',
    ]);
    await expectQuiet(phone);
  });

  test('renders templates, scripts in WXS and data', async () => {
    await open('', 'title');
    expect(await text('title')).toBe('你好 世界');
    expect(await text('money')).toBe('¥25.00 Array');
    expect(await text('line')).toBe('模板行');
    await expectQuiet(phone);
  });

  test('writes id, data and ARIA attributes where a browser looks for them', async () => {
    await open('', 'title');
    const title = phone.page.getByRole('heading', { name: '你好，世界' });
    expect(await title.getAttribute('id')).toBe('title');
    expect(await phone.page.getByTestId('cell-2').getAttribute('data-id')).toBe('2');
    await expectQuiet(phone);
  });

  test('keeps styles of a page, of the app and of a component apart', async () => {
    await open('', 'title');
    expect(await style('title', 'background-color')).toBe('rgb(10, 20, 30)');
    expect(await style('title', 'color')).toBe('rgb(1, 2, 3)');
    expect(await style('counter-box', 'color')).not.toBe('rgb(1, 2, 3)');
    await phone.page.getByRole('tab', { name: '我的' }).click();
    expect(await style('not-home', 'background-color')).not.toBe('rgb(10, 20, 30)');
    await expectQuiet(phone);
  });

  test('converts rpx and vh to the phone’s screen, in sheets and inline', async () => {
    await open('', 'title');
    expect(await style('half', 'width')).toBe('195px');
    expect(await style('half', 'height')).toBe('39px');
    await expectQuiet(phone);
  });

  test('keeps fixed elements between the navigation bar and the tab bar', async () => {
    await open('#/pages/mine/mine', 'fixed');
    const fixed = await phone.page.getByTestId('fixed').boundingBox();
    const bar = await phone.page.locator('.tab-bar').boundingBox();
    expect((fixed?.y ?? 0) + (fixed?.height ?? 0)).toBe(bar?.y);
    await expectQuiet(phone);
  });

  test('applies the root font size and style of page-meta', async () => {
    await open('', 'title');
    expect(await phone.page.evaluate(() => document.documentElement.style.fontSize)).toBe('16px');
    await phone.page.evaluate('getCurrentPages()[0].setData({ rootSize: "system" })');
    await until(phone.page, "document.documentElement.style.fontSize === '17px'");
    await expectQuiet(phone);
  });
});

describe('components', () => {
  test('get events, properties, slots, behaviors and page lifetimes', async () => {
    await open('', 'title');
    await tap('counter-box');
    expect(await text('count')).toBe('4');
    expect(await text('counter-box')).toContain('计数: 4');
    await phone.page.getByRole('tab', { name: '我的' }).click();
    await phone.page.getByRole('tab', { name: '首页' }).click();
    const log = await phone.page.evaluate('getCurrentPages()[0].selectComponent("#counter").log');
    expect(log).toEqual(['attached', 'page show', 'ready', 'page hide', 'page show']);
    await expectQuiet(phone);
  });

  test('take classes from outside', async () => {
    await open('', 'title');
    const colour = await phone.page
      .getByTestId('badge')
      .locator('wx-text')
      .evaluate((element) => getComputedStyle(element).color);
    expect(colour).toBe('rgb(200, 0, 0)');
    await expectQuiet(phone);
  });

  test('of Vant answer a click once', async () => {
    await open('', 'title');
    await phone.page.getByTestId('cell-2').click();
    expect((await phone.log()).filter((line) => line.startsWith('cell'))).toEqual(['cell 2']);
    await expectQuiet(phone);
  });
});

describe('taps', () => {
  test('bubble unless caught', async () => {
    await open('', 'title');
    await tap('inner');
    expect(await phone.log()).toContain('inner');
    expect(await phone.log()).not.toContain('outer');
    await expectQuiet(phone);
  });

  test('do not reach a disabled button', async () => {
    await open('', 'title');
    await tap('stop');
    await phone.page.getByTestId('stop').click({ force: true });
    expect((await phone.log()).filter((line) => line === 'stop')).toHaveLength(1);
    await expectQuiet(phone);
  });

  test('are not made of drags', async () => {
    await open('', 'title');
    const box = await phone.page.getByTestId('outer').boundingBox();
    await phone.page.mouse.move(box?.x ?? 0, (box?.y ?? 0) + 5);
    await phone.page.mouse.down();
    await phone.page.mouse.move((box?.x ?? 0) + 120, (box?.y ?? 0) + 5, { steps: 4 });
    await phone.page.mouse.up();
    expect(await phone.log()).not.toContain('inner');
    await expectQuiet(phone);
  });

  test('are counted with the data they set', async () => {
    await open('', 'title');
    await tap('counter-box');
    const taps = await phone.page.evaluate('window.__previewStats.taps');
    expect(taps).toEqual([{ calls: 2, bytes: 22, largest: 11 }]);
    await expectQuiet(phone);
  });
});
