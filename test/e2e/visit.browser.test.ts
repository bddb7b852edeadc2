import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { TINY } from '../cloudfunctions/hospital-under-test';
import { newRequest } from '../cloudfunctions/patient-under-test';
import { staffMember } from '../cloudfunctions/staff-under-test';
import { accepted } from '../cloudfunctions/visit-under-test';
import { SESSION, SEVEN, visitor, type Visitor } from '../cloudfunctions/visit/visitors';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';

let stage: Stage;
let doctor: string;

beforeAll(async () => {
  stage = await openStage({ hospitalDir: TINY, now: SEVEN });
  doctor = await staffMember(stage.underTest, { role: 'doctor', practitionerId: 'dr-tian' });
});
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

const phoneOf = ({ openid }: Visitor): Promise<Phone> =>
  stage.phone({ user: { openid, phoneNumber: '19900090000' }, privacyAgreed: true });

/** What WeChat's scanner is shown; the preview lets it be typed. */
async function show(phone: Phone, code: string): Promise<void> {
  const field = phone.page.locator('.wx-scan-field');
  await field.fill(code);
  await field.press('Enter');
}

const doctorAsks = (
  procedure: 'startEncounter' | 'finishEncounter' | 'passPatient',
  { appointmentId }: Visitor,
) => stage.underTest.ask(doctor, 'visit', procedure, { requestId: newRequest(), appointmentId });

const call = () =>
  stage.underTest.ask(doctor, 'visit', 'callNext', {
    requestId: newRequest(),
    sessionId: SESSION,
    appointmentId: null,
    reason: null,
  });

describe('a visit', () => {
  test('goes from the gate to the room on the phone, and the pass is there without a network', async () => {
    const one = await visitor(stage.underTest, 402, '09:00');
    const phone = await phoneOf(one);
    await phone.open(`/packages/booking/pages/appointment/index?appointmentId=${one.appointmentId}`);
    await phone.tap('appointment-visit');
    await phone.tap('pass-declare');
    await phone.tap('gate-submit');
    await phone.sees('这一题还没选');
    await phone.type('temperature', '36.6');
    await phone.tap('yes-pregnant');
    await phone.tap('gate-none');
    await phone.tapTwice('gate-submit');
    expect(await phone.text('pass-state')).toBe('绿色通道');
    const code = await phone.text('pass-code');

    await phone.offline(true);
    await phone.open('/packages/visit/pages/pass/index');
    await phone.sees(phone.find('pass-kept'));
    expect(await phone.text('pass-code')).toBe(code);
    await phone.offline(false);

    await phone.tap('pass-check-in');
    expect(await phone.text('check-in-where')).toContain('1 楼东侧护士站');
    await phone.tap('check-in-scan');
    await show(phone, 'AREA:west');
    await phone.sees('不在这里报到');
    await phone.tap('refusal-action');
    await phone.untilRoute('tasks');
    await phone.tap('task-button');
    await phone.tap('check-in-scan');
    await show(phone, 'AREA:east');
    expect(await phone.text('queue-title')).toBe('下一个就是您');

    accepted(await call());
    await phone.sees('请现在进诊室');
    accepted(await doctorAsks('passPatient', one));
    await phone.sees('叫您的时候您不在');
    await phone.tap('queue-button');
    await phone.tap('check-in-scan');
    await show(phone, 'AREA:east');
    await phone.sees('下一个就是您');
    accepted(await call());
    accepted(await doctorAsks('startEncounter', one));
    accepted(await doctorAsks('finishEncounter', one));
    await phone.sees('这一次看完了');
    await phone.tap('queue-button');
    await phone.sees(phone.find('task-done'));
  });

  test('is stopped at the gate, and a nurse lets the patient in', async () => {
    const one = await visitor(stage.underTest, 404, '09:30');
    const phone = await phoneOf(one);
    await phone.open('/packages/visit/pages/gate/index');
    await phone.type('temperature', '37.3');
    await phone.tap('gate-none');
    await phone.tap('gate-submit');
    expect(await phone.text('pass-where')).toBe('院子东侧');
    const code = await phone.text('pass-code');
    await phone.open('/packages/visit/pages/check-in/index?areaId=east');
    await phone.sees('请先去发热门诊');

    const nurse = { openid: 'oTest_nurse', phoneNumber: '19900090001' };
    await staffMember(stage.underTest, { role: 'nurse', openid: nurse.openid });
    const desk = await stage.phone({ user: nurse, privacyAgreed: true });
    await desk.open('/packages/staff/pages/nurse/index');
    await desk.tap('area-east');
    await desk.type('find', code);
    await desk.tap('nurse-find');
    expect(await desk.text('person-gate')).toBe('请去发热门诊');
    await desk.tap('nurse-clear');
    await desk.tap('reason-复测体温正常');
    await desk.tap('clear-confirm');
    await desk.sees('可以进');
    // Whoever was only shown the questions is still at the desk afterwards.
    await desk.tap('nurse-declare');
    await desk.sees(desk.find('gate-submit'));
    await desk.back();
    await desk.tap('nurse-check-in');
    await desk.tap('check-in-confirm');
    await desk.tap('nurse-tab-queue');
    expect(await desk.text('nurse-waiting')).toContain('试*人');
  });
});
