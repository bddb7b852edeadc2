import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { roleCode, staffMember } from '../cloudfunctions/staff-under-test';
import { arrived } from '../cloudfunctions/clinic/in-room';
import { boundPatient, newRequest, type PatientUnderTest } from '../cloudfunctions/patient-under-test';
import { openStage, type Stage } from './stage/stage';
import type { Phone } from './stage/phone';

const DOCTOR = 'dr-jiang-caiwei';
const TODAY = `${DOCTOR}_2026-03-10_am`;
const MINUTE = 60_000;

let stage: Stage;
let patient: PatientUnderTest;
let doctorOpenid: string;

beforeAll(async () => {
  stage = await openStage();
  doctorOpenid = await staffMember(stage.underTest, { role: 'doctor', practitionerId: DOCTOR });
  patient = await boundPatient(stage.underTest, 791);
  await arrived(stage.underTest, patient, { sessionId: TODAY, areaId: 'mz-2f-c', start: '09:00' });
}, 2 * MINUTE);
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

const phoneOf = (openid: string): Promise<Phone> =>
  stage.phone({ user: { openid, phoneNumber: '19900090791' }, privacyAgreed: true });

describe('the doctor’s tab', () => {
  test(
    'is there for doctors only',
    async () => {
      const phone = await phoneOf(patient.openid);
      await phone.sees(phone.find('tab-3'));
      await phone.answered();
      expect(await phone.find('tab-4').count()).toBe(0);
      await phone.open('/pages/clinic/index');
      await phone.sees('这里只有出诊医生能看');
    },
    MINUTE,
  );

  test(
    'goes with the role, and takes every name with it, while it is open',
    async () => {
      const { underTest } = stage;
      const openid = 'oDoctor_revoked';
      const { grantId, code } = await roleCode(underTest, { role: 'doctor', practitionerId: DOCTOR });
      const taken = { requestId: newRequest(), code };
      expect(await underTest.ask(openid, 'identity', 'redeemRoleCode', taken)).toMatchObject({ ok: true });
      const doctor = await phoneOf(openid);
      await doctor.tap('tab-4');
      await doctor.sees(doctor.find('next'));
      const revoke = { revoke: grantId };
      await underTest.cloud.invoke({ name: 'identity-administer-roles', source: 'console', data: revoke });
      await doctor.sees('这里只有出诊医生能看');
      expect(await doctor.find('next').count()).toBe(0);
      await doctor.find('tab-4').waitFor({ state: 'detached' });
    },
    MINUTE,
  );

  test(
    'calls, receives, orders, is told of the payment, adds a seat and finishes',
    async () => {
      const doctor = await phoneOf(doctorOpenid);
      await doctor.sees(doctor.find('tab-4'));
      await doctor.tap('tab-4');
      await doctor.sees(doctor.find('next'));
      await doctor.tapTwice('call-next');
      await doctor.tap('start');
      await doctor.sees(doctor.find('summary'));
      await doctor.tap('note-allergies');
      await doctor.type('allergies', '头孢皮疹');
      await doctor.tap('save-allergies');
      await doctor.sees('头孢皮疹');

      await doctor.tap('to-order');
      await doctor.sees(doctor.find('items'));
      await doctor.find('item-search').locator('input').fill('xcg');
      await doctor.tap('item-lab-blood-count');
      expect(await doctor.text('place-order')).toContain('开 1 项，一共 ¥20.00');
      await doctor.tap('place-order');
      await doctor.sees(doctor.find('order'));
      expect(await doctor.text('line-state')).toBe('等付费');
      await doctor.tap('pay-code');
      await doctor.sees(doctor.find('code-sheet'));
      const code = await doctor.find('qr').getAttribute('data-code');
      await payElsewhere(code ?? '');
      await doctor.sees(doctor.find('code-paid'));
      await doctor.tapButton('好了');
      await doctor.sees('已付费，等着做');

      await doctor.tap('finish');
      await doctor.untilRoute('pages/clinic/index');
      await doctor.sees(doctor.find('finished'));

      await doctor.tap('link-sessions');
      await doctor.tap('add-on');
      await doctor.type('code', await numberOfAnother());
      await doctor.tap('grant');
      await doctor.sees(doctor.find('found'));
      await doctor.tap('grant');
      expect(await doctor.text('added')).toContain('已加号：29 号');
    },
    2 * MINUTE,
  );
});

test(
  'a doctor’s page is found by name and leads to a half-hour',
  async () => {
    const phone = await phoneOf(patient.openid);
    await phone.tab(1);
    await phone.find('department-search').locator('input').fill('swn');
    await phone.tap('found-dr-su-wanning');
    await phone.sees(phone.find('doctor-notice'));
    await phone.tap('doctor-code');
    expect(await phone.find('qr').getAttribute('data-code')).toBe('DOC:dr-su-wanning');
    await phone.tapButton('好了');
    await phone.tap('time-dr-su-wanning_2026-03-12_am');
    await phone.sees(phone.find('slot-08:00'));
  },
  MINUTE,
);

async function payElsewhere(code: string): Promise<void> {
  const { underTest, hospital } = stage;
  const payer = 'oPayer_791';
  const requestId = 'request-of-the-payer-791';
  const opened = await underTest.ask(payer, 'billing', 'payBillByCode', { requestId, code });
  if (!opened.ok) throw new Error(opened.error);
  await hospital.cloud.pay.choose(opened.value.payment.package, 'succeed', payer);
  await hospital.cloud.pay.callbacksSettled();
}

async function numberOfAnother(): Promise<string> {
  const { openid } = await boundPatient(stage.underTest, 792);
  const me = await stage.underTest.ask(openid, 'identity', 'getMe', {});
  return me.ok ? (me.value.patients[0]?.outpatientNumber ?? '') : '';
}
