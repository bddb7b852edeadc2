import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { newRequest } from '../cloudfunctions/patient-under-test';
import { bookFirst, gatherCast, settle, type Cast } from './gallery/cast';
import { photograph } from './gallery/photograph';
import { carded, stranger } from './stage/people';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';

let stage: Stage;
let cast: Cast;

beforeAll(async () => {
  stage = await openStage();
  cast = await gatherCast(stage);
});
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

const booking = '/packages/booking/pages';
const identity = '/packages/identity/pages';

const patientsPhone = (): Promise<Phone> =>
  stage.phone({ user: cast.patient, privacyAgreed: true, faults: true });

const confirmAddress = (clinicId: string, practitionerId: string, day: string, start: string): string =>
  `${booking}/confirm/index?${new URLSearchParams({
    clinicId,
    practitionerId,
    day,
    start,
    sessionId: `${practitionerId}_${day}_${start < '12' ? 'am' : 'pm'}`,
  }).toString()}`;

test('what is not there, or is somebody else’s, is not found, on every page', async () => {
  const phone = await patientsPhone();
  for (const address of [
    `${booking}/doctors/index?clinicId=nowhere`,
    `${booking}/pay/index?appointmentId=${'0'.repeat(26)}`,
    `${booking}/result/index?appointmentId=${'0'.repeat(26)}`,
    `${booking}/appointment/index?appointmentId=${'0'.repeat(26)}`,
    `${identity}/patient/index?patientId=${cast.returningPatientId}`,
    `${identity}/choose-number/index?patientId=${cast.returningPatientId}`,
  ]) {
    await phone.open(address);
    await phone.sees('没有找到');
    await phone.sees(phone.find('state-action'));
    await photograph(phone, `states/not-found${address.split('?')[0]?.replaceAll('/', '-') ?? ''}`);
  }
});

test('a plan that changed is said, and other times are offered', async () => {
  const phone = await patientsPhone();
  await phone.open(confirmAddress('breast-general', 'dr-luo-yuan', '2026-03-12', '07:00'));
  await phone.sees('这个时间没有了');
  await photograph(phone, 'states/confirm-empty');
  const nobody = 'practitionerId=dr-luo-yuan&clinicId=breast-general&day=2026-03-13';
  await phone.open(`${booking}/slots/index?${nobody}`);
  await phone.sees('这位医生当天没有出诊');
  await photograph(phone, 'states/slots-empty');
});

describe('booking is refused with the hospital’s rule', () => {
  test.each([
    ['for a sex', 'andrology', '这个门诊不看这位就诊人'],
    ['for an age', 'ped-general', '年龄不符合这个门诊'],
  ])('%s', async (_why, clinicId, words) => {
    const phone = await patientsPhone();
    await phone.open(`${booking}/doctors/index?clinicId=${clinicId}`);
    await phone.tap(phone.page.locator('[data-testid^="doctor-"][data-open="true"]').first());
    await phone.tap(phone.page.locator('[data-testid^="slot-"][data-free="true"]').first());
    await phone.tap('confirm-submit');
    await phone.sees(words);
    expect(await phone.text('refusal')).toContain('医院规定：');
    await phone.still();
    await photograph(phone, `states/refused-${clinicId}`);
  });

  test('for two numbers that are not paid yet', async () => {
    const options = await carded(stage);
    const me = await stage.underTest.ask(options.user.openid, 'identity', 'getMe', {});
    const patientId = me.ok ? (me.value.patients[0]?.patientId ?? '') : '';
    const patient = { openid: options.user.openid, patientId };
    const breast = { clinicId: 'breast-general', practitionerId: 'dr-luo-yuan' };
    await bookFirst(stage, patient, { ...breast, day: '2026-03-19' });
    await bookFirst(stage, patient, { ...breast, day: '2026-03-24' });
    const phone = await stage.phone(options);
    await phone.open(confirmAddress('breast-general', 'dr-luo-yuan', '2026-03-17', '10:00'));
    await phone.tap('confirm-submit');
    await phone.sees('已有 2 个号等您付费');
    await phone.still();
    await photograph(phone, 'states/refused-holds');
    await phone.tap('refusal-action');
    await phone.sees(phone.find('appointment-pay'));
  });
});

test('a lost answer to confirming makes no second appointment', async () => {
  const options = await carded(stage);
  const phone = await stage.phone({ ...options, faults: true });
  await phone.open(confirmAddress('breast-general', 'dr-luo-yuan', '2026-03-19', '10:00'));
  await phone.sees(phone.find('confirm-submit'));
  const match = { action: 'invoke', function: 'booking' };
  stage.hospital.cloud.faults.set({ name: 'timeout-after', match, times: 1, ms: 0 });
  await phone.tap('confirm-submit');
  await phone.sees(phone.find('pay-amount'));
  const own = await stage.underTest.ask(options.user.openid, 'booking', 'listAppointments', {});
  expect(own.ok && own.value.length).toBe(1);
});

describe('the network goes after the hospital has done it and before its answer', () => {
  /** Taps, and takes the network away while the answer is on its way; with it back, the sheet's button is tapped. */
  async function cutOff(phone: Phone, lost: string, button: string): Promise<void> {
    const { faults } = stage.hospital.cloud;
    const match = { action: 'invoke', function: lost };
    await phone.answered();
    faults.set({ name: 'slow', match, times: 1, ms: 500 });
    faults.set({ name: 'timeout-after', match, times: 1, ms: 0 });
    await phone.tap(button);
    await phone.offline(true);
    await phone.sees('网络刚刚断了');
    expect(await phone.text('refusal')).toContain('可能已经办好，也可能还没有');
    await phone.still();
    await photograph(phone, `states/cut-off-${button}`);
    await phone.offline(false);
    await phone.tap('refusal-action');
  }

  test('booking, cancelling and the gate: trying again says what was done, and nothing was done twice', async () => {
    const options = await carded(stage);
    const { openid } = options.user;
    const phone = await stage.phone({ ...options, faults: true });
    await phone.open(confirmAddress('breast-general', 'dr-luo-yuan', '2026-03-19', '10:30'));
    await phone.sees(phone.find('confirm-submit'));
    await cutOff(phone, 'booking', 'confirm-submit');
    await phone.sees(phone.find('pay-amount'));
    const booked = await stage.underTest.ask(openid, 'booking', 'listAppointments', {});
    const appointments = booked.ok ? booked.value : [];
    expect(appointments.map(({ status }) => status)).toEqual(['pending']);

    const { appointmentId = '' } = appointments[0] ?? {};
    await settle(stage, openid, appointmentId);
    await phone.open(`${booking}/appointment/index?appointmentId=${appointmentId}`);
    await phone.tap('cancel-ask');
    await phone.sees(phone.find('cancel-confirm'));
    await cutOff(phone, 'booking', 'cancel-confirm');
    await phone.sees(phone.find('refund-state'));
    const refunds = stage.hospital.cloud.pay.refunds();
    expect(refunds.filter(({ outTradeNo }) => outTradeNo === appointmentId)).toHaveLength(1);

    await phone.open('/packages/visit/pages/gate/index');
    await phone.type('temperature', '36.6');
    await phone.tap('gate-none');
    await cutOff(phone, 'visit', 'gate-submit');
    await phone.sees(phone.find('pass-code'));
  });
});

test('whoever signed out is asked to sign in where their own things would be', async () => {
  const { user } = stranger();
  await stage.underTest.ask(user.openid, 'identity', 'signOut', { requestId: newRequest() });
  const phone = await stage.phone({ user });
  await phone.tab(2);
  await phone.sees('您还没有登录');
  await photograph(phone, 'states/visits-refused');
});

describe('when the money does not move', () => {
  test('paying says that WeChat cannot, and works when it can again', async () => {
    const phone = await patientsPhone();
    await phone.open(`${booking}/pay/index?appointmentId=${cast.held.appointmentId}`);
    stage.hospital.cloud.faults.set({ name: 'pay-fail' });
    await phone.tap('pay-submit');
    await phone.sees('微信支付暂时用不了');
    await phone.still();
    await photograph(phone, 'states/pay-refused');
    stage.hospital.cloud.faults.clear();
    await phone.tap('refusal-action');
    await phone.tapButton('取消支付');
  });

  test('a refund that fails is tried again, and in the end people look after it', async () => {
    const { phone, openid, appointmentId } = await paid();
    stage.hospital.cloud.faults.set({ name: 'refund-fail' });
    await phone.tap('cancel-ask');
    await phone.tap('cancel-confirm');
    await phone.sees('退款没成功，正在重试');
    await photograph(phone, 'states/refund-failed');
    for (let tries = 0; tries < 12 && (await refundState(openid, appointmentId)) === 'failed'; tries += 1) {
      await stage.advance(24 * 60);
      await stage.underTest.minute();
    }
    await phone.sees('退款由专人处理');
    await phone.sees(phone.find('refund-call'));
    await photograph(phone, 'states/refund-needs-staff');
  });
});

/** The page of an appointment that was booked and paid. */
async function paid(): Promise<{ phone: Phone; openid: string; appointmentId: string }> {
  const options = await carded(stage);
  const { openid } = options.user;
  const me = await stage.underTest.ask(openid, 'identity', 'getMe', {});
  const patientId = me.ok ? (me.value.patients[0]?.patientId ?? '') : '';
  const breast = { clinicId: 'breast-general', practitionerId: 'dr-luo-yuan', day: '2026-03-19' };
  const { appointmentId } = await bookFirst(stage, { openid, patientId }, breast);
  await settle(stage, openid, appointmentId);
  const phone = await stage.phone(options);
  await phone.open(`${booking}/appointment/index?appointmentId=${appointmentId}`);
  return { phone, openid, appointmentId };
}

async function refundState(openid: string, appointmentId: string): Promise<string | undefined> {
  const answer = await stage.underTest.ask(openid, 'booking', 'getAppointment', { appointmentId });
  return answer.ok ? answer.value.refund?.state : undefined;
}
