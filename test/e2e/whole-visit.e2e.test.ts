import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { boundPatient } from '../cloudfunctions/patient-under-test';
import { staffMember } from '../cloudfunctions/staff-under-test';
import { accepted } from '../cloudfunctions/visit-under-test';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';

jest.setTimeout(240_000);

const HALF_PAST_SEVEN = Date.parse('2026-03-10T07:30:00+08:00');
const DOCTOR = 'dr-qi-ruolan';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ now: HALF_PAST_SEVEN });
});
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

const phoneOf = (openid: string, elderly = false): Promise<Phone> =>
  stage.phone({ user: { openid, phoneNumber: '19900090799' }, privacyAgreed: true, elderly });

/** The button in the first card with these words. */
const within = (phone: Phone, card: string, words: string, button: string): Locator =>
  phone.find(card).filter({ hasText: words }).getByTestId(button).first();

async function scan(phone: Phone, button: string, code: string): Promise<void> {
  await phone.tap(button);
  await phone.page.locator('.wx-scan-field').fill(code);
  await phone.tapButton('扫到了');
}

const digitsOf = async (phone: Phone, testId: string): Promise<string> =>
  (await phone.text(testId)).replaceAll(/\D/g, '');

/** The phone of whom the visit is about, in large type, and those of the three who help. */
async function fourPhones() {
  const mother = await boundPatient(stage.underTest, 712, '19500203');
  const daughter = await boundPatient(stage.underTest, 714, '19780506');
  const volunteer = await staffMember(stage.underTest, { role: 'volunteer' });
  const doctor = await staffMember(stage.underTest, { role: 'doctor', practitionerId: DOCTOR });
  const me = accepted(await stage.underTest.ask(mother.openid, 'identity', 'getMe', {}));
  return {
    /** As it stands on the card that is shown at the window. */
    outpatientNumber: me.patients[0]?.outpatientNumber ?? '',
    patient: await phoneOf(mother.openid, true),
    relative: await phoneOf(daughter.openid),
    volunteer: await phoneOf(volunteer),
    doctor: await phoneOf(doctor),
  };
}

type Phones = Awaited<ReturnType<typeof fourPhones>>;

/** The volunteer asks to help; the patient says yes to it in large type. */
async function agreeToHelp({ patient, volunteer }: Phones): Promise<void> {
  await patient.tap('service-help');
  await patient.tap('help-code');
  const digits = await digitsOf(patient, 'help-digits');
  await volunteer.open('/packages/identity/pages/volunteer/index');
  await volunteer.tap('volunteer-scan');
  await volunteer.type('help-code', digits);
  await volunteer.tap('help-code-typed');
  await volunteer.sees(volunteer.find('volunteer-asked'));
  await patient.sees(patient.find('help-asking'));
  await patient.tap('help-yes');
  await patient.sees(patient.find('help-running'));
  await volunteer.sees(volunteer.find('volunteer-running'));
}

/** Guide, department, half-hour: on the volunteer's phone, for the patient. */
async function bookForPatient({ volunteer }: Phones): Promise<void> {
  await volunteer.open('/pages/triage/index');
  await volunteer.page.getByTestId('triage-text').locator('textarea').fill('下面痒，白带多，不发烧');
  await volunteer.tap('triage-submit');
  await volunteer.tap('book-gyn-general');
  await volunteer.tap('day-2026-03-10');
  await volunteer.tap(`doctor-${DOCTOR}`);
  await volunteer.tap('slot-09:00');
  await volunteer.tap('confirm-submit');
  await volunteer.sees(/付/);
}

/** The daughter asks, the mother grants, the daughter pays. */
async function payAsRelative({ patient, relative }: Phones): Promise<void> {
  await relative.open('/packages/identity/pages/family-ask/index');
  const digits = await digitsOf(relative, 'family-code');
  await patient.open('/packages/identity/pages/family-consent/index');
  await patient.type('code', digits);
  await patient.tap('code-typed');
  await patient.sees(patient.find('consent-choose'));
  await patient.tap('scope-pay');
  await patient.tap('consent-yes');
  await patient.sees(patient.find('consent-given'));
  await relative.sees(relative.find('family-agreed'));
  await relative.open('/pages/visits/index');
  await relative.tap('visit-pay');
  await relative.tap('pay-submit');
  await relative.tapButton('支付成功');
  await relative.sees(relative.find('queue-number'));
}

/** Temperature and questions at the gate, then the code on the wall of the area. */
async function arrive({ patient }: Phones): Promise<void> {
  await stage.advance(70);
  await patient.open('/packages/visit/pages/gate/index');
  await patient.type('temperature', '36.5');
  await patient.sees(patient.find('gate-submit'));
  for (const no of await patient.page.locator('[data-testid^="no-"]:visible').all()) await patient.tap(no);
  await patient.tap('gate-submit');
  await patient.sees(patient.find('pass-code'));
  await patient.open('/packages/visit/pages/check-in/index');
  await scan(patient, 'check-in-scan', 'AREA:mz-2f-a');
  await patient.sees(patient.find('queue-mine'));
}

/** Called, seen, and two examinations ordered; answers what the payment code says. */
async function seeDoctor({ patient, doctor }: Phones): Promise<string> {
  await doctor.open('/pages/clinic/index');
  await doctor.tap('call-next');
  await patient.sees('请现在进诊室');
  await doctor.tap('start');
  await doctor.sees(doctor.find('summary'));
  await doctor.tap('to-order');
  await doctor.tap('item-lab-blood-count');
  await doctor.tap('item-lab-crp');
  await doctor.tap('place-order');
  await doctor.sees(doctor.find('order-line'));
  await doctor.tap('pay-code');
  const code = await doctor.find('qr').first().getAttribute('data-code');
  return code ?? '';
}

describe('a visit on four phones', () => {
  test('goes from the question where to go to the meaning of a result, and to money back at the window', async () => {
    const phones = await fourPhones();
    const { patient, doctor } = phones;
    await agreeToHelp(phones);
    await bookForPatient(phones);
    await payAsRelative(phones);
    await arrive(phones);
    const code = await seeDoctor(phones);

    await patient.open('/packages/billing/pages/bills/index');
    await scan(patient, 'bills-scan', code);
    await patient.tap('code-pay');
    await patient.tapButton('支付成功');
    await patient.sees(patient.find('receipt-amount'));
    await doctor.sees(doctor.find('code-paid'));

    await patient.open('/packages/visit/pages/tasks/index');
    await patient.sees('血常规');
    await patient.tap('task-button');
    await patient.sees(patient.find('way-goal'));

    const desk = await staffMember(stage.underTest, { role: 'laboratory' });
    await staffMember(stage.underTest, { role: 'window', openid: desk });
    const staff = await phoneOf(desk);
    await staff.open('/packages/staff/pages/desk/index');
    await staff.tap(within(staff, 'desk-row', '血常规', 'desk-execute'));
    await staff.tap(within(staff, 'desk-row', '血常规', 'desk-report'));
    await staff.type('hgb', '98');
    await staff.tap('desk-report-submit');
    await staff.sees('收下了');

    await patient.open('/packages/report/pages/reports/index');
    await patient.tap('report-row');
    await patient.sees('血红蛋白');
    expect(await patient.text('report-title')).toContain('血常规');
    expect(await patient.text('result-hgb')).toMatch(/偏低 ↓.*98/);
    await patient.sees(patient.find('what-now'));

    await doctor.tapButton('好了');
    await doctor.tap(within(doctor, 'order-line', 'C 反应蛋白', 'cancel-line'));
    await doctor.tap('cancel-unwanted');
    await staff.open('/packages/staff/pages/desk/index');
    await staff.tap(within(staff, 'desk-row', 'C 反应蛋白', 'desk-refuse'));
    await staff.tap('reason-患者不做了');
    await staff.tap('desk-refuse-confirm');
    await staff.open('/packages/staff/pages/window/index');
    await staff.type('outpatientNumber', phones.outpatientNumber);
    await staff.tap('window-find');
    await staff.sees(staff.find('window-patient'));
    await staff.tap(within(staff, 'window-bill', 'C 反应蛋白', 'window-print'));
    await staff.tap(within(staff, 'window-part', 'C 反应蛋白', 'window-refund'));
    await staff.tap('window-confirm');
    await staff.sees(staff.find('window-done'));
    await stage.underTest.pass(2);
    await patient.open('/packages/billing/pages/bills/index');
    await patient.sees(/退/);
  });
});
