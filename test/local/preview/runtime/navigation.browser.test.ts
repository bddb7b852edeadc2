import { describe, expect, test } from '@jest/globals';
import { openPhone, type OpenPhone } from '../chromium';
import { expectQuiet, fixtureStage } from '../fixture-stage';
import { until } from '../until';

const stage = fixtureStage();
let phone: OpenPhone;

const deep = '/packages/extra/pages/deep/deep';

const open = async (address: string, ready: string): Promise<OpenPhone> => {
  phone = await openPhone(stage.browser, stage.server.origin, address);
  await phone.page.getByTestId(ready).waitFor();
  return phone;
};

const routes = (): Promise<string[]> => phone.page.evaluate('getCurrentPages().map((page) => page.route)');
const call = (expression: string): Promise<unknown> =>
  phone.page.evaluate(`${expression}.then(() => 'ok', (failure) => failure.errMsg)`);

describe('the page stack', () => {
  test('opens a page of a subpackage, talks to it through the channel and comes back', async () => {
    await open('', 'ask');
    await phone.page.getByTestId('ask').click();
    await phone.page.getByText('深页 你好 来自首页').waitFor();
    expect(await routes()).toEqual(['pages/home/home', deep.slice(1)]);
    await phone.page.getByTestId('answer').click();
    await until(phone.page, 'getCurrentPages().length === 1');
    const log = await phone.log();
    expect(log.slice(log.indexOf('ask') - 0)).toEqual([
      'ask',
      'home hide',
      'channel 到家了',
      'deep unload',
      'home show',
    ]);
    await expectQuiet(phone);
  });

  test('goes back by the button of the navigation bar', async () => {
    await open('', 'open');
    await phone.page.getByTestId('open').click();
    await phone.page.getByRole('button', { name: '返回' }).click();
    await until(phone.page, 'getCurrentPages().length === 1');
    expect(await routes()).toEqual(['pages/home/home']);
    await expectQuiet(phone);
  });

  test('holds ten pages and refuses the eleventh', async () => {
    await open('', 'title');
    for (let depth = 1; depth < 10; depth += 1)
      expect(await call(`wx.navigateTo({ url: '${deep}' })`)).toBe('ok');
    expect(await call(`wx.navigateTo({ url: '${deep}' })`)).toBe(
      'navigateTo:fail webview count limit exceed',
    );
    expect(await call('wx.navigateBack({ delta: 99 })')).toBe('ok');
    expect(await routes()).toEqual(['pages/home/home']);
    await expectQuiet(phone);
  });

  test('refuses what WeChat refuses', async () => {
    await open('', 'title');
    expect(await call("wx.navigateTo({ url: '/pages/mine/mine' })")).toBe(
      'navigateTo:fail can not navigateTo a tabbar page',
    );
    expect(await call("wx.redirectTo({ url: '/pages/mine/mine' })")).toBe(
      'redirectTo:fail can not redirectTo a tabbar page',
    );
    expect(await call(`wx.switchTab({ url: '${deep}' })`)).toBe(
      'switchTab:fail can not switch to no-tabBar page',
    );
    expect(await call("wx.navigateTo({ url: '/pages/none/none' })")).toBe(
      'navigateTo:fail page "pages/none/none" is not found',
    );
    expect(await call('wx.navigateBack()')).toBe('navigateBack:fail cannot navigate back at first page.');
    await expectQuiet(phone);
  });

  test('keeps tab pages alive and unloads the pages above them', async () => {
    await open('', 'title');
    await phone.page.evaluate('getCurrentPages()[0].setData({ count: 77 })');
    await phone.page.getByTestId('open').click();
    await call("wx.switchTab({ url: '/pages/mine/mine' })");
    expect(await routes()).toEqual(['pages/mine/mine']);
    expect(await phone.log()).toContain('deep unload');
    await phone.page.getByRole('tab', { name: '首页' }).click();
    expect(await phone.page.getByTestId('count').textContent()).toBe('77');
    await phone.page.getByRole('tab', { name: '我的' }).click();
    expect(await phone.page.getByTestId('mine').textContent()).toBe('我的页面 2');
    await expectQuiet(phone);
  });

  test('replaces a page, and starts over', async () => {
    await open('', 'open');
    await phone.page.getByTestId('open').click();
    await call("wx.redirectTo({ url: '/pages/form/form' })");
    expect(await routes()).toEqual(['pages/home/home', 'pages/form/form']);
    await call(`wx.reLaunch({ url: '${deep}' })`);
    expect(await routes()).toEqual([deep.slice(1)]);
    expect(await phone.log()).toContain('home unload');
    await phone.page.getByRole('button', { name: '回首页' }).click();
    await phone.page.getByTestId('title').waitFor();
    expect(await routes()).toEqual(['pages/home/home']);
    await expectQuiet(phone);
  });
});

describe('the phone around the page', () => {
  test('opens a deep link and comes back to it after a live reload, storage kept', async () => {
    await open(`#${deep}?text=直达`, 'deep');
    await phone.page.evaluate("wx.setStorageSync('note', { kept: true })");
    const reloaded = phone.page.waitForEvent('load');
    stage.server.broadcast({ type: 'reload' });
    await reloaded;
    await phone.page.getByText('深页 直达').waitFor();
    expect(await phone.page.evaluate("wx.getStorageSync('note')")).toEqual({ kept: true });
    await expectQuiet(phone);
  });

  test('goes by the virtual clock, from before the first script and when it is moved', async () => {
    stage.server.clockOffset = Date.parse('2026-03-10T08:00:00+08:00') - Date.now();
    await open('', 'title');
    stage.server.clockOffset = 0;
    expect(await phone.page.locator('.status-time').textContent()).toBe('08:00');
    expect(await phone.page.evaluate('new Date().toISOString().slice(0, 13)')).toBe('2026-03-10T00');
    expect(await phone.page.evaluate('new Date(0).getTime() + Date.UTC(1970, 0, 2)')).toBe(86_400_000);
    stage.server.broadcast({ type: 'clock', offset: Date.parse('2030-01-01T12:00:00+08:00') - Date.now() });
    await until(phone.page, 'new Date().getFullYear() === 2030');
    await expectQuiet(phone);
  });

  test('refreshes a page pulled down by the mouse', async () => {
    await open('', 'title');
    await phone.page.mouse.move(200, 120);
    await phone.page.mouse.down();
    await phone.page.mouse.move(200, 300, { steps: 6 });
    await phone.page.mouse.up();
    await until(phone.page, 'getApp().globalData.log.includes("home pull")');
    await until(phone.page, "document.querySelector('.page-scroller')?.style.transform === ''");
    await expectQuiet(phone);
  });

  test('tells a page that it scrolled and that its end is near', async () => {
    await open('', 'title');
    await phone.page.evaluate('wx.pageScrollTo({ scrollTop: 5000, duration: 0 })');
    await until(phone.page, 'getApp().globalData.log.includes("home bottom")');
    expect(await phone.page.evaluate('getCurrentPages()[0].scrolled')).toBeGreaterThan(100);
    await expectQuiet(phone);
  });

  test('shows title and colours of the page, and no bar where the page draws its own', async () => {
    await open('', 'title');
    expect(await phone.page.getByRole('heading', { name: '首页标题' }).count()).toBe(1);
    await call("wx.navigateTo({ url: '/pages/scope/scope' })");
    const box = await phone.page.getByTestId('scope').boundingBox();
    expect(box?.y).toBe(0);
    expect(await phone.page.getByText('预览，不是微信').count()).toBe(1);
    await expectQuiet(phone);
  });

  test('shows a script’s error and a missing function, and goes on', async () => {
    await open('#/pages/scope/scope', 'crash');
    await phone.page.getByTestId('crash').click();
    await phone.page.getByText('脚本出错：Error: 故意的错误').waitFor();
    expect(await phone.errors()).toEqual([expect.stringContaining('故意的错误')]);
    await phone.page.getByTestId('unknown').click();
    expect(await phone.missing()).toEqual(['noSuchFunction']);
    expect(await phone.page.getByTestId('scope').isVisible()).toBe(true);
    await phone.close();
  });

  test('stands in a frame where the window is wide, and says that it is no WeChat', async () => {
    phone = await openPhone(stage.browser, stage.server.origin, '', {
      viewport: { width: 1280, height: 900 },
    });
    const inner = phone.page.frameLocator('iframe');
    await inner.getByTestId('title').waitFor();
    const box = await phone.page.locator('iframe').boundingBox();
    expect([box?.width, box?.height]).toEqual([390, 820]);
    expect(await phone.page.getByText('预览，不是微信').first().isVisible()).toBe(true);
    await phone.close();
  });
});
