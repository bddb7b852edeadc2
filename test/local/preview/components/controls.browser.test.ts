import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { openChromium, openPhone, type OpenPhone } from '../chromium';
import { until } from '../until';
import { startPartsServer, type PartsServer } from '../panel/parts-server';

let server: PartsServer;
let browser: Browser;
let phone: OpenPhone;

beforeAll(async () => {
  [server, browser] = await Promise.all([startPartsServer(), openChromium()]);
  phone = await openPhone(browser, server.url);
  await phone.page.getByRole('button', { name: '提交' }).waitFor();
}, 30_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(() => phone.page.evaluate(`getCurrentPages()[0].setData({ log: '' })`));
afterEach(async () => {
  expect(await phone.missing()).toEqual([]);
  expect(phone.foreign).toEqual([]);
});

const log = (): Locator => phone.page.getByRole('log', { name: '记录' });
const button = (name: string): Locator => phone.page.getByRole('button', { name, exact: true });
const logged = async (start: string): Promise<unknown> => {
  const starts = JSON.stringify(start);
  await until(phone.page, `document.querySelector('[role=log]')?.textContent.startsWith(${starts})`);
  const text = (await log().textContent()) ?? '';
  return JSON.parse(text.slice(start.length)) as unknown;
};

describe('fields', () => {
  test('an input is found by its label, stops at maxlength and feeds its model', async () => {
    const field = phone.page.getByLabel('姓名');
    await field.pressSequentially('欧阳小明明明明');
    expect(await field.inputValue()).toBe('欧阳小明明明');
    expect(await logged('input:input:')).toMatchObject({ value: '欧阳小明明明', cursor: 6 });
    expect(await field.evaluate((element) => getComputedStyle(element, '::placeholder').color)).toBe(
      'rgb(187, 0, 0)',
    );
  });

  test('Enter confirms an input and takes the focus away', async () => {
    const field = phone.page.getByLabel('姓名');
    await field.fill('甲');
    await field.press('Enter');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(false);
    expect(await logged('input:blur:')).toMatchObject({ value: '甲' });
  });

  test('a form gathers every named field, and resets them', async () => {
    await phone.page.getByLabel('姓名').fill('王');
    expect(await phone.page.getByRole('checkbox').first().getAttribute('aria-checked')).toBe('true');
    await phone.page.getByPlaceholder('想说的话').fill('一\n二');
    await phone.page.getByRole('checkbox').nth(1).click();
    await phone.page.getByText('女士').click();
    await phone.page.getByRole('switch', { name: '同意' }).press('Space');
    await button('提交').click();
    expect(await logged('submit:')).toEqual({
      name: '王',
      identityNumber: '',
      words: '一\n二',
      ways: ['a', 'b'],
      one: 'y',
      agree: true,
      level: 3,
      day: '2030-02-10',
    });
    await button('重置').click();
    expect(await phone.page.getByLabel('姓名').inputValue()).toBe('');
    expect(await phone.page.getByRole('radio').nth(1).getAttribute('aria-checked')).toBe('false');
  });
});

describe('choices', () => {
  beforeAll(async () => {
    await phone.page.reload();
    await phone.page.getByRole('button', { name: '提交' }).waitFor();
  });

  test('a label switches the control it names', async () => {
    await phone.page.getByText('同意', { exact: true }).click();
    expect(await logged('switch:change:')).toEqual({ value: true });
  });

  test('a radio stays chosen when tapped again and reports once', async () => {
    await phone.page.getByRole('radio').first().click();
    expect(await logged('radio:change:')).toEqual({ value: 'x' });
    await phone.page.getByText('按我').click();
    await phone.page.getByRole('radio').first().click();
    expect(await log().textContent()).toMatch(/^view:tap/u);
  });

  test('a date picker offers only the days between start and end', async () => {
    await phone.page.getByText('日期').click();
    const wheels = phone.page.getByRole('listbox');
    await wheels.nth(1).getByRole('option', { name: '03月' }).click();
    expect(await wheels.nth(2).getByRole('option').allTextContents()).toEqual(['01日', '02日']);
    await button('确定').click();
    expect(await logged('date:change:')).toEqual({ value: '2030-03-02' });
    expect(await phone.page.getByText('日期').textContent()).toContain('2030-03-02');
  });

  test('a selector starts at its value and is turned by the keyboard', async () => {
    await phone.page.getByText('选城市').click();
    const wheel = phone.page.getByRole('listbox');
    expect(await wheel.locator('[aria-selected=true]').textContent()).toBe('西城');
    await wheel.press('ArrowDown');
    await button('确定').click();
    expect(await logged('city:change:')).toEqual({ value: 2 });
  });
});

describe('buttons', () => {
  test('a disabled button swallows taps and says so', async () => {
    await button('不能点').click({ force: true });
    expect(await log().textContent()).toBe('');
    expect(await button('不能点').getAttribute('aria-disabled')).toBe('true');
  });

  test('hover-class shows while pressed, in the scope of the page', async () => {
    const view = phone.page.getByText('按我');
    await view.hover();
    await phone.page.mouse.down();
    await phone.page.waitForTimeout(120);
    expect(await view.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(200, 220, 255)',
    );
    await phone.page.mouse.up();
    await phone.page.waitForTimeout(600);
    expect(await view.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
  });

  test('a phone number needs consent, a yes and gives a single-use code', async () => {
    server.answers['/phone-code'] = { errMsg: 'getPhoneNumber:ok', code: 'once' };
    await button('手机号').click();
    await button('同意').click();
    await phone.page.getByText('199****0001').waitFor();
    await button('允许').click();
    expect(await logged('phone:')).toEqual({ errMsg: 'getPhoneNumber:ok', code: 'once' });
    expect(server.asked.filter(({ path }) => path === '/phone-code').at(-1)?.token).toBe('Bearer token');
    await button('手机号').click();
    await button('不允许').click();
    expect(await logged('phone:')).toEqual({ errMsg: 'getPhoneNumber:fail user deny' });
  });
});

describe('boxes', () => {
  test('rich text keeps its marks and drops what could run', async () => {
    const text = phone.page.locator('wx-rich-text');
    expect(await text.innerHTML()).toBe('<p style="color:#066">说明 <b>重要</b><img alt=""></p>');
    expect(await phone.page.evaluate('window.__broken')).toBeUndefined();
  });

  test('a scroll-view reports its lower end', async () => {
    await phone.page.getByLabel('长列表').evaluate((element) => element.scrollTo(0, 400));
    expect(await logged('lower:scrolltolower:')).toEqual({ direction: 'bottom' });
  });

  test('a swiper reports the page it comes to rest on', async () => {
    await phone.page.locator('wx-swiper').evaluate((element) => element.scrollTo(element.clientWidth, 0));
    expect(await logged('swiper:change:')).toMatchObject({ current: 1, source: 'touch' });
  });

  test('a picker-view starts at its value and reports another row', async () => {
    const column = phone.page.locator('wx-picker-view-column');
    expect(await column.evaluate((element) => Math.round(element.scrollTop))).toBe(34);
    await column.evaluate((element) => element.scrollTo(0, 102));
    expect(await logged('picker-view:change:')).toEqual({ value: [3] });
  });
});
