import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { boundPatient, inventIdentityNumber } from '../cloudfunctions/patient-under-test';
import { staffMember } from '../cloudfunctions/staff-under-test';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';

let stage: Stage;
let serial = 740;

beforeAll(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

const SEAT = {
  department: 'breast',
  clinic: 'breast-general',
  day: '2026-03-12',
  doctor: 'dr-luo-yuan',
};

/** A phone whose owner has a card. */
async function patientPhone(elderly = false): Promise<Phone> {
  serial += 1;
  const { openid } = await boundPatient(stage.underTest, serial);
  const user = { openid, phoneNumber: `1990009${String(serial).padStart(4, '0')}` };
  return stage.phone({ user, privacyAgreed: true, elderly });
}

async function staffPhone(role: 'volunteer' | 'window'): Promise<Phone> {
  const openid = await staffMember(stage.underTest, { role });
  return stage.phone({ user: { openid, phoneNumber: '19900091234' }, privacyAgreed: true });
}

const codeOn = async (phone: Phone): Promise<string> =>
  (await phone.find('qr').first().getAttribute('data-code')) ?? '';

/** The doctor's day, from the departments. */
async function choose(phone: Phone): Promise<void> {
  await phone.tap(`side-${SEAT.department}`);
  await phone.tap(`clinic-${SEAT.clinic}`);
  await phone.tap(`day-${SEAT.day}`);
  await phone.tap(`doctor-${SEAT.doctor}`);
  await phone.sees(phone.find('slots-day'));
}

/** The first free half-hour of the doctor's day. */
async function book(phone: Phone): Promise<void> {
  await phone.tap(phone.page.locator('[data-testid^="slot-"][data-free="true"]:visible').first());
  await phone.tap('confirm-submit');
}

describe('a patient and a volunteer, each with a phone', () => {
  test('book together: asked, agreed, booked without a way to pay, ended, read afterwards', async () => {
    const patient = await patientPhone(true);
    const volunteer = await staffPhone('volunteer');
    await patient.open('/packages/identity/pages/help/index');
    await patient.tap('help-open');
    await patient.type('place', '门诊楼 1 楼大厅');
    await patient.tap('help-send');
    await patient.sees(patient.find('help-request'));

    await volunteer.open('/packages/identity/pages/volunteer/index');
    await volunteer.tap('request-take');
    await volunteer.sees(volunteer.find('request-mine'));
    await patient.sees('志愿者来了');

    await patient.tap('help-code');
    const code = await codeOn(patient);
    expect(code).toMatch(/^HELP:\d{8}$/);
    await volunteer.tap('volunteer-scan');
    await volunteer.type('help-code', code.slice(5));
    await volunteer.tap('help-code-typed');
    await volunteer.sees(volunteer.find('volunteer-asked'));

    // The question is on the patient's phone without a tap; what is not wanted is left out.
    await patient.sees(patient.find('help-asking'));
    await patient.tap('purpose-bind');
    await patient.tap('help-yes');
    await patient.sees(patient.find('help-running'));

    await volunteer.sees(volunteer.find('volunteer-running'));
    await volunteer.tap('volunteer-book');
    await volunteer.sees(volunteer.find('acting-strip'));
    await choose(volunteer);
    await book(volunteer);
    // No way to pay here: the page says who can.
    await volunteer.sees(volunteer.find('pay-note'));
    expect(await volunteer.find('appointment-pay').count()).toBe(0);

    await patient.open('/pages/visits/index');
    await patient.sees(/罗予安/);
    await patient.open('/packages/identity/pages/help/index');
    await patient.tap('help-end');
    await patient.sees(patient.find('summary'));
    await volunteer.open('/packages/identity/pages/volunteer/index');
    await volunteer.sees(volunteer.find('volunteer-ended'));
    await volunteer.answered();
    expect(await volunteer.find('acting-strip').count()).toBe(0);

    await stage.advance(2);
    await stage.underTest.minute();
    await patient.open('/packages/identity/pages/accesses/index?about=acted');
    await patient.sees('留了一个号');
    await patient.sees(/志愿者 · 志愿者小陈/);
  });

  test('without WeChat: the window opens it by the card and the volunteer’s badge', async () => {
    const window = await staffPhone('window');
    const volunteer = await staffPhone('volunteer');
    await volunteer.open('/packages/identity/pages/volunteer/index');
    await volunteer.tap('badge');
    const badge = (await codeOn(volunteer)).replace('VOL:', '');
    await window.open('/packages/identity/pages/window-assistance/index');
    await window.tap('window-open');
    await window.sees('请写姓名');
    await window.type('name', '钟老人');
    await window.type('identityNumber', inventIdentityNumber((serial += 1), '19450505'));
    await window.type('phone', '19900097001');
    await window.type('badge', badge);
    await window.tap('window-open');
    await window.sees(window.find('opened'));
    await volunteer.sees(volunteer.find('volunteer-running'));
    await volunteer.sees('钟*人');

    // The volunteer's home is about the patient: nothing of money, reports or the own.
    await volunteer.open('/pages/home/index');
    await volunteer.sees(volunteer.find('home-helping'));
    expect(await volunteer.find('service-bills').count()).toBe(0);
    await volunteer.tap('service-departments');
    await choose(volunteer);
    await book(volunteer);
    await volunteer.sees(volunteer.find('pay-note'));
    expect(await volunteer.find('appointment-pay').count()).toBe(0);

    // The money is confirmed at the window, by the number that the patient was told there.
    const number = await window.text('opened-number');
    await window.open('/packages/staff/pages/window/index');
    await window.type('outpatientNumber', number);
    await window.tap('window-find');
    await window.tap('window-cash');
    await window.tap('window-confirm');
    await window.sees(window.find('window-done'));
    await volunteer.open('/pages/visits/index');
    await volunteer.sees('已约好');
    expect(await volunteer.find('visit-cancel').count()).toBe(0);

    await volunteer.open('/pages/home/index');
    await volunteer.tap('home-end-help');
    await volunteer.sees('帮助已结束');
    await window.open('/packages/identity/pages/window-assistance/index');
    await window.sees('志愿者点了结束');
  });
});

describe('a mother and her daughter, each with a phone', () => {
  test('agree by code: the card is on the daughter’s phone, and gone when it is taken back', async () => {
    const mother = await patientPhone(true);
    const daughter = await patientPhone();
    await daughter.open('/packages/identity/pages/family-ask/index');
    const code = (await codeOn(daughter)).replace('FAM:', '');
    await mother.open('/packages/identity/pages/family-consent/index');
    await mother.type('code', '00000000');
    await mother.tap('code-typed');
    await mother.sees('没有找到这个码');
    await mother.tap('sheet-close');
    await mother.type('code', code);
    await mother.tap('code-typed');
    await mother.sees(mother.find('consent-choose'));
    await mother.tap('scope-pay');
    await mother.tap('period-180');
    await mother.tap('consent-yes');
    await mother.sees(mother.find('consent-given'));

    await daughter.sees(daughter.find('family-agreed'));
    await daughter.open('/pages/me/index');
    await daughter.sees(/家人 · /);

    await mother.open('/packages/identity/pages/family/index');
    await mother.tap('revoke');
    await mother.tap('end-confirm');
    await mother.sees('已收回');
    await daughter.open('/pages/me/index');
    await daughter.answered();
    expect(await daughter.words(/家人 · /).count()).toBe(0);
  });
});
