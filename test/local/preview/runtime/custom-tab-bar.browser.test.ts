import { expect, test } from '@jest/globals';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AppConfig } from '../../../../local/preview/shared/app-bundle';
import { openChromium, openPhone } from '../chromium';
import { copyFixture, type FixtureCopy } from '../fixture-mini-program';
import { startPreviewServer } from '../preview-server';

const withCustomTabBar = (): FixtureCopy => {
  const fixture = copyFixture();
  const app = JSON.parse(readFileSync(path.join(fixture.dir, 'app.json'), 'utf8')) as AppConfig;
  if (app.tabBar) app.tabBar.custom = true;
  fixture.write('app.json', JSON.stringify(app));
  mkdirSync(path.join(fixture.dir, 'custom-tab-bar'));
  const write = (ending: string, text: string): void => fixture.write(`custom-tab-bar/index.${ending}`, text);
  write('json', '{ "component": true }');
  write(
    'wxml',
    '<view class="own" data-testid="own-{{selected}}" bindtap="go">自己的标签栏 {{selected}}</view>',
  );
  write('wxss', '.own { position: fixed; left: 0; right: 0; bottom: 0; height: 60px; background: #fff; }');
  write(
    'js',
    "Component({ data: { selected: 0 }, methods: { go() { wx.switchTab({ url: '/pages/mine/mine' }); } } });",
  );
  fixture.write(
    'pages/mine/mine.js',
    'Page({ onShow() { this.getTabBar((bar) => bar.setData({ selected: 1 })); } });',
  );
  return fixture;
};

test('a custom tab bar lies over each tab page and is told which one is selected', async () => {
  const fixture = withCustomTabBar();
  const server = await startPreviewServer(fixture.dir);
  const browser = await openChromium();
  try {
    const phone = await openPhone(browser, server.origin);
    const bar = phone.page.getByTestId('own-0');
    await bar.waitFor();
    const box = await bar.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844);
    await bar.click();
    await phone.page.getByTestId('own-1').waitFor();
    expect(await phone.page.locator('.tab-bar').isVisible()).toBe(false);
    expect(await phone.errors()).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
    fixture.remove();
  }
}, 20_000);
