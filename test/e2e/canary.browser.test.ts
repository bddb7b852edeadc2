import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Buffer } from 'node:buffer';
import { canary, findCanaries } from '../cloudfunctions/canary/canaries';
import { TINY } from '../cloudfunctions/hospital-under-test';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';
import { agree, chooseSeat, fillCard, pay } from './stage/steps';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ hospitalDir: TINY });
});
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

const person = canary(1);

/** From now on everything that pages and components set as data is kept for the test. */
const listen = (phone: Phone): Promise<void> =>
  phone.page.evaluate(`
    window.setUnderTest = [];
    window.__previewStats.listener = (json) => window.setUnderTest.push(json);
  `);

/** What pages set, what the mini program stored, and what stands on the screen. */
async function kept(phone: Phone): Promise<Record<'set' | 'stored' | 'shown', string>> {
  const set: string[] = await phone.page.evaluate('window.setUnderTest');
  // The rest of the browser's storage stands for WeChat, which knows its own user's number.
  const stored: string = await phone.page.evaluate(`
    JSON.stringify(Object.entries(localStorage).filter(([key]) => !key.includes(':state:')))
  `);
  return { set: set.join('\n'), stored, shown: await phone.page.innerText('body') };
}

test('what is typed off a card is never set as data, never stored and never shown again', async () => {
  const user = { openid: 'oCanary_browser', phoneNumber: person.phone };
  const phone = await stage.phone({ user, privacyAgreed: true });
  await listen(phone);
  await phone.tap('home-start');
  await agree(phone);
  await fillCard(phone, { ...person, identityNumber: person.identityNumber.replace(/.$/, 'Y') });
  await phone.tap('bind-submit');
  await phone.sees(phone.find('error-identityNumber'));
  await phone.type('identityNumber', person.identityNumber);
  await phone.tap('bind-submit');
  await phone.sees(phone.find('home-patient'));
  await chooseSeat(phone, {
    department: 'family',
    clinic: 'family-general',
    day: '2026-03-11',
    doctor: 'dr-tian',
    start: '09:00',
  });
  await phone.tap('confirm-submit');
  await pay(phone, '支付成功');
  await phone.sees(phone.find('queue-number'));

  const all = await kept(phone);
  expect(all.set.length).toBeGreaterThan(5_000);
  for (const [where, text] of Object.entries(all)) {
    expect({ where, found: findCanaries(Buffer.from(text, 'utf8'), [person]) }).toEqual({ where, found: [] });
  }
  // The search itself finds what is there.
  expect(findCanaries(Buffer.from(`${all.set}${person.name}`, 'utf8'), [person])).toEqual(['name of 0']);
});
