import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { book } from '../cloudfunctions/patient-under-test';
import { carded } from './stage/people';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';
import { chooseSeat, pay, type Seat } from './stage/steps';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

const TODAY = '2026-03-10';
const doctor = 'dr-luo-yuan';
const atBreast = (day: string, start: string): Seat => ({
  department: 'breast',
  clinic: 'breast-general',
  day,
  doctor,
  start,
});
const thursday = (start: string): Seat => atBreast('2026-03-12', start);

/** A phone of someone with a card, on the page where the fee is paid. */
async function holding(seat: Seat): Promise<{ phone: Phone; openid: string }> {
  const options = await carded(stage);
  const phone = await stage.phone(options);
  await chooseSeat(phone, seat);
  await phone.tap('confirm-submit');
  await phone.sees(phone.find('pay-amount'));
  return { phone, openid: options.user.openid };
}

const appointmentsOf = async (openid: string) => {
  const answer = await stage.underTest.ask(openid, 'booking', 'listAppointments', {});
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
};

describe('paying', () => {
  test('that was cancelled leaves the seat held, and can be taken up again', async () => {
    const { phone, openid } = await holding(thursday('09:00'));
    await pay(phone, '取消支付');
    expect(await phone.text('pay-note')).toContain('您没有付款');
    await pay(phone, '支付失败');
    await phone.sees('付款没有成功，没有扣钱');
    await pay(phone, '支付成功');
    await phone.sees(phone.find('queue-number'));
    expect(await appointmentsOf(openid)).toHaveLength(1);
  });

  test('is being confirmed until WeChat has told the hospital, and then booked', async () => {
    const { phone } = await holding(thursday('09:30'));
    // WeChat's own books cannot be asked either, so only its late notice can tell.
    stage.hospital.cloud.faults.set({ name: 'query-fail' });
    await pay(phone, '支付成功，结果晚到');
    await phone.sees('正在确认付款');
    expect(await phone.find('pay-submit').count()).toBe(0);
    stage.hospital.cloud.faults.clear();
    await stage.hospital.cloud.pay.releaseCallbacks();
    await phone.sees(phone.find('queue-number'));
  });

  test('loses nothing when the app is closed in the middle', async () => {
    const { phone, openid } = await holding(thursday('08:00'));
    await phone.tap('pay-submit');
    await phone.sees('预览支付');
    const [order] = stage.hospital.cloud.pay.orders().slice(-1);
    await phone.page.close();
    await stage.hospital.cloud.pay.choose(`prepay_id=${order?.prepayId ?? ''}`, 'succeed', openid);
    const again = await stage.phone({ user: { openid, phoneNumber: '19900090000' } });
    await again.sees(again.find('home-next'));
    await again.tab(2);
    await again.sees(again.find('visit-queue-number'));
  });

  test('and confirming with a double tap makes one appointment and one order', async () => {
    const options = await carded(stage);
    const phone = await stage.phone(options);
    const orders = stage.hospital.cloud.pay.orders().length;
    await chooseSeat(phone, thursday('08:30'));
    await phone.tapTwice('confirm-submit');
    await phone.sees(phone.find('pay-submit'));
    await phone.tapTwice('pay-submit');
    await phone.tapButton('支付成功');
    await phone.sees(phone.find('queue-number'));
    expect(await appointmentsOf(options.user.openid)).toHaveLength(1);
    expect(stage.hospital.cloud.pay.orders()).toHaveLength(orders + 1);
    expect(await phone.page.getByRole('dialog', { name: '预览支付' }).count()).toBe(0);
  });
});

describe('the way back', () => {
  test('leads from paying to the half-hours, and on to where it began', async () => {
    const { phone } = await holding(atBreast('2026-03-17', '08:00'));
    await phone.back();
    await phone.sees(phone.find('slots-day'));
    await phone.back();
    await phone.sees(phone.find(`doctor-${doctor}`));
    await phone.back();
    await phone.sees(phone.find('clinic-breast-general'));
  });

  test('is not needed to see what happened elsewhere: pulling the page down looks again', async () => {
    const options = await carded(stage);
    const phone = await stage.phone(options);
    await phone.tab(2);
    await phone.sees('还没有预约');
    const elsewhere = await stage.phone(options);
    await chooseSeat(elsewhere, atBreast('2026-03-17', '08:30'));
    await elsewhere.tap('confirm-submit');
    await elsewhere.sees(elsewhere.find('pay-amount'));
    await phone.pullDown();
    await phone.sees(phone.find('visit-pay'));
  });
});

describe('a held seat', () => {
  test('that is not paid lapses, says so, and goes back on sale', async () => {
    const { phone, openid } = await holding(thursday('10:30'));
    await stage.advance(16);
    await phone.sees(/留号时间到了|没付费，号已放回/);
    await stage.underTest.minute();
    await phone.sees('没付费，号已放回');
    const [appointment] = await appointmentsOf(openid);
    expect(appointment?.status).toBe('cancelled');
    const { phone: other } = await holding(thursday('10:30'));
    await other.sees(other.find('pay-amount'));
  });
});

describe('a half-hour', () => {
  test('whose last seat went to somebody else is refused with the nearest others', async () => {
    const seat = thursday('11:00');
    const phone = await stage.phone(await carded(stage));
    await chooseSeat(phone, seat);
    await takeAll(seat);
    await phone.tap('confirm-submit');
    await phone.sees('这个时间刚刚约满了');
    await phone.tap('alternative-0');
    await phone.sees(phone.find('confirm-submit'));
    await phone.tap('confirm-submit');
    await phone.sees(phone.find('pay-amount'));
  });

  test('of a free clinic needs no payment', async () => {
    const phone = await stage.phone(await carded(stage));
    const seat = { department: 'child-health', clinic: 'parenting-free', doctor: 'dr-liu-mingtang' };
    await chooseSeat(phone, { ...seat, day: '2026-03-12', start: '14:00' });
    expect(await phone.text('confirm-fee')).toBe('免费');
    await phone.tap('confirm-submit');
    await phone.sees(phone.find('queue-number'));
  });

  test('of today cannot be given back by phone: the window can, and is named', async () => {
    const { phone } = await holding(atBreast(TODAY, '10:00'));
    await pay(phone, '支付成功');
    await phone.tap('view-appointment');
    await phone.tap('cancel-ask');
    const sheet = await phone.text('cancel-sheet');
    expect(sheet).toContain('门诊楼 1 楼综合服务中心');
    expect(sheet).toContain('退费规则 A2');
    expect(await phone.find('cancel-confirm').count()).toBe(0);
    await phone.sees(phone.find('cancel-call'));
  });
});

/** Other people take every seat of a half-hour. */
async function takeAll(seat: Seat): Promise<void> {
  const { clinic: clinicId, day, start } = seat;
  for (;;) {
    const { openid } = (await carded(stage)).user;
    const slots = await stage.underTest.ask(openid, 'booking', 'listSlots', {
      practitionerId: doctor,
      clinicId,
      day: day as never,
    });
    if (!slots.ok) throw new Error(slots.error);
    const [session] = slots.value.sessions;
    const slot = session?.slots.find((one) => one.start === start);
    if (session === undefined || (slot?.left ?? 0) === 0) return;
    const me = await stage.underTest.ask(openid, 'identity', 'getMe', {});
    const patientId = me.ok ? (me.value.patients[0]?.patientId ?? '') : '';
    const answer = await book(stage.underTest, { openid, patientId }, session.sessionId, start);
    if (!answer.ok) throw new Error(answer.error);
  }
}
