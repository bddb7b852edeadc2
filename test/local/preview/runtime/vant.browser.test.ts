import { describe, expect, test } from '@jest/globals';
import type { CDPSession } from 'playwright-core';
import { openPhone, type OpenPhone } from '../chromium';
import { expectQuiet, fixtureStage } from '../fixture-stage';
import { still, until } from '../until';

const stage = fixtureStage();
let phone: OpenPhone;

const open = async (address: string, hasTouch = false): Promise<OpenPhone> => {
  phone = await openPhone(stage.browser, stage.server.origin, address, { hasTouch });
  await phone.page.locator('page').waitFor();
  return phone;
};

/** A finger from one point to another, as the browser's own input pipeline sees it. */
const swipe = async (session: CDPSession, x: number, [from, to]: [number, number]): Promise<void> => {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] });
  await send('touchStart', from);
  for (let step = 1; step <= 6; step += 1) await send('touchMove', from + ((to - from) * step) / 6);
  await send('touchEnd');
};

describe('Vant in the phone', () => {
  test('takes typed text', async () => {
    await open('#/pages/form/form');
    await phone.page.getByPlaceholder('请填写姓名').fill('欧阳·样例');
    await phone.page.getByTestId('typed').getByText('欧阳·样例').waitFor();
    await expectQuiet(phone);
  });

  test('lays out what it measures itself when ready: tabs and grid', async () => {
    await open('#/pages/form/form');
    await phone.page.getByText('二号').click();
    await phone.page.getByText('乙', { exact: true }).waitFor({ state: 'visible' });
    const widths = await phone.page
      .locator('van-grid-item')
      .evaluateAll((items) => items.map((item) => item.firstElementChild?.getBoundingClientRect().width));
    expect(widths.map((width) => Math.round(width ?? 0))).toEqual([130, 130, 130]);
    await expectQuiet(phone);
  });

  test('opens a sheet and picks by the mouse', async () => {
    await open('#/pages/form/form');
    await phone.page.getByTestId('open-picker').click();
    await phone.page.getByText('周三').click();
    await phone.page.getByText('确认').click();
    await phone.page.getByTestId('picked').getByText('周三').waitFor();
    await expectQuiet(phone);
  });

  test('picks by dragging a finger', async () => {
    await open('#/pages/form/form', true);
    await phone.page.getByTestId('open-picker').tap();
    await phone.page.getByText('周一', { exact: true }).waitFor();
    await still(phone.page);
    const box = await phone.page.getByText('周一', { exact: true }).boundingBox();
    const x = (box?.x ?? 0) + 10;
    const y = (box?.y ?? 0) + 10;
    await swipe(await phone.page.context().newCDPSession(phone.page), x, [y, y - 88]);
    await phone.page.getByText('确认').tap();
    await phone.page.getByTestId('picked').getByText('周三').waitFor();
    await expectQuiet(phone);
  });

  test('answers a tap of a finger once', async () => {
    await open('', true);
    await phone.page.getByTestId('cell-1').tap();
    expect((await phone.log()).filter((line) => line.startsWith('cell'))).toEqual(['cell 1']);
    await expectQuiet(phone);
  });

  test('is refreshed by a finger pulling the page down', async () => {
    await open('', true);
    await swipe(await phone.page.context().newCDPSession(phone.page), 200, [120, 320]);
    await until(phone.page, 'getApp().globalData.log.includes("home pull")');
    await expectQuiet(phone);
  });
});
