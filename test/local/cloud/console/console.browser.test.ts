import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { LocalCloud } from '../../../../local/cloud';
import { openChromium } from '../../preview/chromium';
import { openCloud } from '../cloud-under-test';

const MARKUP = '<img src=x onerror="window.struck=1"><script>window.struck=1</script>';
const TEMPLATES = [{ id: 'TURN', title: 'Your turn', fields: [{ key: 'thing1', label: 'Room' }] }];
const foreign: string[] = [];
const faults: string[] = [];
let cloud: LocalCloud;
let browser: Browser;
let page: Page;

const insert = (collectionName: string, document: object) =>
  cloud.database.handle('database.insertDocument', { collectionName, data: [JSON.stringify(document)] });
const turnTo = (tab: string) => page.getByRole('navigation', { name: 'Tabs' }).getByText(tab).click();
const press = (name: string, within: Page | Locator = page) =>
  within.getByRole('button', { name, exact: true }).click();
const table = (name: string): Locator => page.getByRole('table', { name, exact: true });
const told = (text: string | RegExp) => page.locator('.notice').getByText(text).waitFor();

beforeAll(async () => {
  const [started, opened] = await Promise.all([
    openCloud({ holdTimers: true, subscribeTemplates: TEMPLATES }),
    openChromium(),
  ]);
  [cloud, browser] = [started, opened];
  await insert('notes', { _id: 'a', text: MARKUP, n: 1 });
  await insert('notes', { _id: 'b', text: 'plain', n: 2 });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('request', (request) => {
    if (!request.url().startsWith(cloud.url)) foreign.push(request.url());
  });
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${cloud.url}/cloud`);
  await page.getByRole('heading', { name: 'Latest failures' }).waitFor();
}, 30_000);
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

describe('the console', () => {
  test('searches documents, and shows markup in them as text', async () => {
    await turnTo('Database');
    await page.getByRole('link', { name: /^notes/ }).click();
    await page.getByText('2 documents found').waitFor();
    const shown = await page.getByRole('list', { name: 'Documents' }).getByRole('button').allTextContents();
    expect(shown[0]).toContain(JSON.stringify(MARKUP));
    await page.getByLabel('Query').fill('{n: {$gt: 1}}');
    await page.getByLabel('Query').press('Enter');
    await page.getByText('1 document found').waitFor();
    await page.getByLabel('Query').fill('{n: {$gt 1}}');
    await press('Search');
    await told('the query: a colon is expected at character 10');
  });

  test('saves a document, unless it was changed meanwhile, and deletes it after a question', async () => {
    await page.getByLabel('Query').fill('b');
    await press('Search');
    await page.getByText('1 document found').waitFor();
    const line = page.getByRole('list', { name: 'Documents' }).getByRole('button');
    const editor = page.getByRole('complementary', { name: 'Document editor' });
    await line.click();
    await cloud.database.handle('database.modifyDocument', {
      collectionName: 'notes',
      queryType: 'DOC',
      query: '{"_id":"b"}',
      merge: true,
      data: '{"$set":{"n":3}}',
    });
    await editor.getByLabel('Document').fill('{text: "mine"}');
    await press('Save', editor);
    await told(/was changed meanwhile: nothing was saved/);
    await press('Search');
    await page.getByText('"n": 3').first().waitFor();
    await line.click();
    await editor.getByLabel('Document').fill('{text: "mine"}');
    await press('Save', editor);
    await told('Saved "b".');
    await page.getByText('{ "_id": "b", "text": "mine" }').waitFor();
    await line.click();
    await press('Delete…', editor);
    await press('Delete', page.getByRole('dialog'));
    await told('Deleted "b".');
    await page.getByText('0 documents found').waitFor();
  });

  test('counts what a use case costs, with each call under it', async () => {
    await turnTo('Functions');
    await press('Count operations from now');
    await page.getByText('0 calls · 0 reads · 0 writes').waitFor();
    const data = { set: { id: 'made', text: MARKUP }, get: 'made' };
    await cloud.invoke({ name: 'nested', data: { name: 'store', data }, openid: 'o-ann' });
    await page.getByText('2 calls · 1 read · 1 write · 0 transactions').waitFor();
    await press('Stop counting');
    const counted = await table('Counted calls').getByRole('button').allTextContents();
    expect(counted.map((name) => name.trim())).toEqual(['nested', '↳ store']);
    await turnTo('Overview');
    await page.getByLabel('Figures').getByText('Calls remembered').waitFor();
  });

  test('shows a call whole, with its output as text, and leads to the call that made it', async () => {
    await turnTo('Functions');
    await press('store', table('Calls'));
    const detail = page.getByRole('complementary', { name: 'Call' });
    await detail.getByText('wx_client,scf').waitFor();
    await detail.getByText(JSON.stringify(MARKUP).slice(1, -1)).first().waitFor();
    await press('the call that made it', detail);
    await detail.getByRole('heading', { name: 'nested' }).waitFor();
    await page.getByLabel('Failures only').check();
    await page.getByText('No function was called.').waitFor();
  });

  test('pays in the place of the user, and steers the callback', async () => {
    const order = { body: MARKUP, outTradeNo: 'order-1', spbillCreateIp: '127.0.0.1', totalFee: 2500 };
    const data = { ...order, envId: 'local-env', functionName: 'callback' };
    await cloud.invoke({ name: 'pay', data: { api: 'unifiedOrder', data }, openid: 'o-ann' });
    await turnTo('Pay');
    await press('Pay, late callback', table('Orders'));
    await table('Orders').getByText('SUCCESS').waitFor();
    await table('Callbacks').getByText('held').waitFor();
    await press('Drop', table('Callbacks'));
    await table('Callbacks').getByText('dropped').waitFor();
    expect(cloud.pay.callbacks().map(({ state, attempts }) => [state, attempts])).toEqual([['dropped', 0]]);
  });

  test('moves the clock, and says so at the head of every tab', async () => {
    await turnTo('Clock');
    await press('+1 day');
    await told('The clock is 1 d ahead of the real clock.');
    expect(Math.round(cloud.clock.offset() / 60_000)).toBe(24 * 60);
    await page.locator('.head [data-moved]').waitFor();
    await press('Back to the real time');
    await told('The clock is the same as the real clock.');
  });

  test('sets a fault, shows it in force, and clears it', async () => {
    await turnTo('Faults');
    await page.getByLabel('Fault', { exact: true }).selectOption('slow');
    await press('Set this fault');
    await told('the fault slow needs ms');
    await page.getByLabel('Milliseconds').fill('5');
    await page.getByLabel('Collection').fill('notes');
    await press('Set this fault');
    await table('Faults in force').getByText('collection notes').waitFor();
    expect(cloud.faults.list()).toEqual([{ name: 'slow', match: { collection: 'notes' }, ms: 5 }]);
    await page.getByRole('banner').getByText('1 fault in force').waitFor();
    await press('Clear all');
    await page.getByText('Nothing is made to fail.').waitFor();
  });

  test('follows a schedule of a seed, and withdraws one fault of it', async () => {
    await page.getByLabel('Seed', { exact: true }).fill('7');
    await page.getByLabel('Faults to draw').fill('3');
    await press('Follow a schedule of this seed');
    const { digest, rules } = cloud.faults.plan(7, { faults: 3 });
    await told(`The schedule ${digest.slice(0, 12)} of seed 7 is in force.`);
    await press('Withdraw', table('Faults in force').getByRole('row').nth(2));
    await page.getByRole('banner').getByText('2 faults in force').waitFor();
    expect(cloud.faults.list()).toEqual([rules[0], rules[2]]);
    await press('Clear all');
    await page.getByText('Nothing is made to fail.').waitFor();
  });

  test('shows messages with what is left of the permission, and files, as text', async () => {
    const [openid, templateId] = ['o-ann', 'TURN'];
    await cloud.messages.answer(openid, { tmplIds: ['TURN'], choices: { TURN: 'accept' }, keep: false });
    const data = [{ key: 'thing1', label: 'Room', value: MARKUP }];
    const manner = { miniprogramState: 'formal', lang: 'zh_CN', sentBy: 'open', sentAt: cloud.clock.now() };
    expect(await cloud.messages.deliver({ openid, templateId, data, ...manner })).toBe('sent');
    const path = 'a/<b>.txt';
    const { url, authorization } = cloud.storage.uploadTicket(path);
    await fetch(url, { method: 'PUT', headers: { authorization }, body: 'x'.repeat(2048) });
    await turnTo('Messages');
    await table('Messages').getByText(MARKUP).waitFor();
    await table('Permissions').getByRole('row', { name: 'o-ann Your turn 0' }).waitFor();
    await turnTo('Files');
    await table('Files').getByRole('cell', { name: path }).waitFor();
    expect(await table('Files').getByRole('row').last().textContent()).toContain('2.0 KBtext/plain');
  });

  test('runs a timer now, and changes the plan', async () => {
    await turnTo('Timers');
    await press('Run now', table('Timers'));
    await told(/^nightly\/.* ran to its end\.$/);
    await turnTo('Quota');
    await page.getByLabel('Operations per second of your own').fill('50');
    await page.getByRole('region', { name: 'Plans' }).getByText('Use', { exact: true }).last().click();
    await told('The plan 50 holds');
    expect(cloud.quota.use().profile.operationsPerSecond).toBe(50);
  });

  test('says when the cloud does not answer, and that it does again', async () => {
    await page.route('**/control/**', (route) => route.abort());
    await page.getByRole('alert').waitFor();
    await page.unroute('**/control/**');
    await page.getByRole('alert').waitFor({ state: 'hidden' });
  });

  test('asked nothing of other places, ran no markup, and broke nowhere', async () => {
    expect(await page.evaluate('window.struck')).toBeUndefined();
    expect(foreign).toEqual([]);
    const expected = /status of 4\d\d|ERR_FAILED/;
    expect(faults.filter((text) => !expected.test(text))).toEqual([]);
  });
});
