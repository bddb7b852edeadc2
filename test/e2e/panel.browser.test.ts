import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { openStage, type Stage } from './stage/stage';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await stage.browser.newPage({ viewport: { width: 1440, height: 960 } });
});
afterAll(() => stage.close());

const phone = (id: number): FrameLocator => page.frameLocator(`iframe[title="手机 ${String(id)}"]`);

test('beside a phone stands a panel: who it is, what the form says, how it is paid, what time it is', async () => {
  const troubles: string[] = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on(
    'request',
    (request) => !request.url().startsWith(stage.hospital.url) && troubles.push(request.url()),
  );
  await page.goto(stage.hospital.url);
  await page.getByText('这是浏览器预览，不是微信').first().waitFor();

  await page.getByLabel(/迪丽·艾山/).check();
  await page.getByText('手机 1 现在是：迪丽·艾山').waitFor();
  await phone(1).getByTestId('home-start').click();
  await phone(1).getByTestId('consent-read').click();
  await phone(1).getByTestId('consent-agree').click();
  await phone(1).getByTestId('verify-phone').click();
  await phone(1).getByRole('button', { name: '允许', exact: true }).click();
  await phone(1).getByTestId('phone-verified').waitFor();
  await page.getByRole('button', { name: '填入表单' }).click();
  await phone(1).getByTestId('bind-submit').click();
  await phone(1).getByTestId('home-patient').getByText('迪***山').waitFor();

  await page.getByRole('button', { name: '＋1 天' }).click();
  await page.getByText(/比真实时间/).waitFor();
  await phone(1).getByTestId('tab-1').click();
  await phone(1).getByTestId('side-breast').click();
  await phone(1).getByTestId('clinic-breast-general').click();
  await phone(1).getByTestId('day-2026-03-11').getByText('今天').waitFor();

  await page.getByRole('button', { name: '再开一部手机' }).click();
  await phone(2).getByTestId('home-start').waitFor();
  await page.getByRole('switch', { name: '离线' }).check();
  await phone(2)
    .getByText(/手机没有网络/)
    .first()
    .waitFor();
  expect(
    await phone(1)
      .getByText(/手机没有网络/)
      .count(),
  ).toBe(0);
  expect(troubles).toEqual([]);
});
