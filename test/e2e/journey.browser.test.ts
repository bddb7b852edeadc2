import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { TINY } from '../cloudfunctions/hospital-under-test';
import { invented } from './stage/people';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';
import { bindCard, chooseDay, chooseSeat, pay, type Seat } from './stage/steps';

let stage: Stage;

/** Opens the hospital for the tests of a block. */
function onStage(hospitalDir?: string): void {
  beforeAll(async () => {
    stage = await openStage(hospitalDir === undefined ? {} : { hospitalDir });
  });
  afterEach(async () => {
    expect(await stage.putAway()).toEqual([]);
  });
  afterAll(() => stage.close());
}

const seatsLeft = async (phone: Phone, start: string): Promise<number> =>
  Number(/剩 (\d+) 个/.exec(await phone.text(`slot-${start}`))?.[1] ?? 0);

/** setData is copied between two threads on a phone: above this a tap is felt to be late. */
const MOST_BYTES_OF_A_TAP = 8 * 1024;

/** From a fresh phone to the money back and the seat on sale again. */
async function travel(phone: Phone, person: { name: string; identityNumber: string }, seat: Seat) {
  await bindCard(phone, person);
  await phone.sees(phone.find('home-patient'));

  await phone.tab(1);
  await phone.tap(`side-${seat.department}`);
  await phone.tap(`clinic-${seat.clinic}`);
  await chooseDay(phone, seat);
  const before = await seatsLeft(phone, seat.start);
  await phone.tap(`slot-${seat.start}`);
  const fee = await phone.text('confirm-fee');
  expect(fee).toMatch(/^¥\d+\.\d\d$/);
  expect(await phone.text('confirm-rules')).toContain('24:00 前取消，全部退回');
  expect(await phone.text('confirm-submit')).toContain(fee);
  await phone.tap('confirm-submit');

  expect(await phone.text('pay-amount')).toBe(fee);
  expect(await phone.text('pay-countdown')).toMatch(/还有 \d+:\d\d/);
  await pay(phone, '支付成功');
  const queueNumber = await phone.text('queue-number');
  expect(Number(queueNumber)).toBeGreaterThan(0);
  const when = await phone.text('result-when');

  await phone.tap('result-home');
  await phone.tab(2);
  expect(await phone.text('visit-queue-number')).toBe(queueNumber);
  await phone.tap('visit-open');
  expect(await phone.text('appointment-status')).toContain(when);
  await phone.tap('cancel-ask');
  expect(await phone.text('cancel-confirm')).toBe(`取消预约，退 ${fee}`);
  await phone.tap('cancel-confirm');
  await phone.sees('已取消');
  expect(await phone.text('refund')).toContain(fee);
  await stage.advance(1);
  await stage.underTest.minute();
  await phone.pullDown();
  await phone.sees('钱已退回');

  await phone.tap('book-again');
  await chooseDay(phone, seat);
  expect(await seatsLeft(phone, seat.start)).toBe(before);

  const bytes = (await phone.tapBytes()).sort((one, other) => one - other);
  expect(bytes.length).toBeGreaterThan(20);
  expect(bytes[Math.floor(bytes.length * 0.99)]).toBeLessThanOrEqual(MOST_BYTES_OF_A_TAP);
}

describe('the journey in the demo hospital', () => {
  onStage();
  const seat: Seat = {
    department: 'breast',
    clinic: 'breast-general',
    day: '2026-03-12',
    doctor: 'dr-luo-yuan',
    start: '09:00',
  };

  test('is travelled by mouse from the first question to the seat back on sale', async () => {
    const { openid, phoneNumber, details } = invented(stage, '赵一川');
    await travel(await stage.phone({ user: { openid, phoneNumber } }), details, seat);
  });

  test('is travelled by touch', async () => {
    const { openid, phoneNumber, details } = invented(stage, '迪丽');
    await travel(await stage.phone({ user: { openid, phoneNumber }, touch: true }), details, seat);
  });

  test('can be chosen again from the clinic by whoever came back', async () => {
    const { openid, phoneNumber } = invented(stage, '赵一川');
    const phone = await stage.phone({ user: { openid, phoneNumber }, privacyAgreed: true });
    await phone.sees(phone.find('home-patient'));
    await chooseSeat(phone, seat);
    expect(await phone.text('confirm-person')).toContain('赵*川');
  });
});

describe('the journey in another hospital', () => {
  onStage(TINY);

  test('is travelled with its own departments, fees and rules', async () => {
    const { openid, phoneNumber, details } = invented(stage, '穆云川');
    const seat: Seat = {
      department: 'family',
      clinic: 'family-general',
      day: '2026-03-12',
      doctor: 'dr-tian',
      start: '09:30',
    };
    await travel(await stage.phone({ user: { openid, phoneNumber } }), details, seat);
  });
});
