import type { Phone } from '../stage/phone';
import { agree, fillCard } from '../stage/steps';
import { digitsOf, scan, within, type Part, type Phones } from './phones';

/** One of the README's ten steps. */
export interface Step {
  readonly name: string;
  /** Lives it; answers the phone on which its result is seen. */
  readonly live: (phones: Phones) => Promise<Phone>;
}

const DOCTOR = 'dr-he-qingdai';
const AREA = 'AREA:mz-4f-a';

/** From the home page of somebody new to a card; old numbers are kept as they are offered. */
async function bindOwnCard(phones: Phones, part: Part): Promise<Phone> {
  const phone = await phones.of(part);
  await phone.tap('home-start');
  await agree(phone);
  await fillCard(phone, phones.person(part).details);
  await phone.tap('bind-submit');
  return phone;
}

async function takeCard(phones: Phones): Promise<Phone> {
  const patient = await phones.of('patient');
  await patient.tap('mode-offer-take');
  await bindOwnCard(phones, 'patient');
  await patient.sees(patient.find('number-save'));
  await patient.tap('number-save');
  await patient.sees(patient.find('home-patient'));
  return patient;
}

async function askWhereToGo(phones: Phones): Promise<Phone> {
  const patient = await phones.of('patient');
  await patient.tap('service-departments');
  await patient.tap('to-triage');
  await patient.page.getByTestId('triage-text').locator('textarea').fill('老是睡不着，没胃口，不发烧');
  await patient.tap('triage-submit');
  await patient.sees(patient.find('book-tcm-general'));
  return patient;
}

/** The volunteer asks to help; the patient says yes to it in large type; the volunteer books. */
async function beHelped(phones: Phones): Promise<Phone> {
  const [patient, volunteer] = [await phones.of('patient'), await phones.of('volunteer')];
  await patient.open('/pages/home/index');
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
  await volunteer.open('/pages/triage/index');
  await volunteer.page.getByTestId('triage-text').locator('textarea').fill('睡不着，没胃口');
  await volunteer.tap('triage-submit');
  await volunteer.tap('book-tcm-general');
  await volunteer.tap('day-2026-03-10');
  await volunteer.tap(`doctor-${DOCTOR}`);
  await volunteer.tap('slot-09:00');
  await volunteer.tap('confirm-submit');
  await volunteer.sees(volunteer.find('pay-note'));
  return volunteer;
}

/** The daughter binds her own card and asks; her father agrees; she pays. */
async function letDaughterPay(phones: Phones): Promise<Phone> {
  const patient = await phones.of('patient');
  const relative = await bindOwnCard(phones, 'relative');
  await relative.sees(relative.find('home-patient'));
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
  return relative;
}

async function passTheGate(phones: Phones): Promise<Phone> {
  await phones.stage.advance(70);
  const patient = await phones.of('patient');
  await patient.open('/packages/visit/pages/gate/index');
  await patient.type('temperature', '36.5');
  await patient.sees(patient.find('gate-submit'));
  for (const no of await patient.page.locator('[data-testid^="no-"]:visible').all()) await patient.tap(no);
  await patient.tap('gate-submit');
  await patient.sees(patient.find('pass-code'));
  return patient;
}

async function checkIn(phones: Phones): Promise<Phone> {
  const patient = await phones.of('patient');
  await patient.open('/packages/visit/pages/check-in/index');
  await scan(patient, 'check-in-scan', AREA);
  await patient.sees(patient.find('queue-mine'));
  return patient;
}

/** Called, seen, and two examinations ordered; the payment code stays on the doctor's phone. */
async function seeDoctor(phones: Phones): Promise<Phone> {
  const [patient, doctor] = [await phones.of('patient'), await phones.of('doctor')];
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
  await doctor.sees(doctor.find('qr'));
  return doctor;
}

async function scanToPay(phones: Phones): Promise<Phone> {
  const [patient, doctor] = [await phones.of('patient'), await phones.of('doctor')];
  const code = await doctor.find('qr').first().getAttribute('data-code');
  await patient.open('/packages/billing/pages/bills/index');
  await scan(patient, 'bills-scan', code ?? '');
  await patient.tap('code-pay');
  await patient.tapButton('支付成功');
  await patient.sees(patient.find('receipt-amount'));
  await doctor.sees(doctor.find('code-paid'));
  return patient;
}

async function findTheWay(phones: Phones): Promise<Phone> {
  const patient = await phones.of('patient');
  await patient.open('/packages/visit/pages/tasks/index');
  await patient.sees('血常规');
  await patient.tap('task-button');
  await patient.tap(patient.page.getByText('我在南大门').filter({ visible: true }));
  await patient.sees(patient.find('plan'));
  return patient;
}

/** The laboratory executes and enters it; the patient reads what it means. */
async function readResult(phones: Phones): Promise<Phone> {
  const [patient, desk] = [await phones.of('patient'), await phones.of('desk')];
  await desk.open('/packages/staff/pages/desk/index');
  await desk.tap(within(desk, 'desk-row', '血常规', 'desk-execute'));
  await desk.tap(within(desk, 'desk-row', '血常规', 'desk-report'));
  await desk.type('hgb', '98');
  await desk.tap('desk-report-submit');
  await desk.sees('收下了');
  await patient.open('/packages/report/pages/reports/index');
  await patient.tap('report-row');
  await patient.sees('血红蛋白');
  await patient.sees(patient.find('what-now'));
  return patient;
}

/** The doctor takes an order back, the laboratory says that it was not done, the window gives the money back. */
export async function refundUnexecuted(phones: Phones): Promise<Phone> {
  const [doctor, desk, window] = [
    await phones.of('doctor'),
    await phones.of('desk'),
    await phones.of('window'),
  ];
  const patient = await phones.of('patient');
  await doctor.tapButton('好了');
  await doctor.tap(within(doctor, 'order-line', 'C 反应蛋白', 'cancel-line'));
  await doctor.tap('cancel-unwanted');
  await desk.open('/packages/staff/pages/desk/index');
  await desk.tap(within(desk, 'desk-row', 'C 反应蛋白', 'desk-refuse'));
  await desk.tap('reason-患者不做了');
  await desk.tap('desk-refuse-confirm');
  await window.open('/packages/staff/pages/window/index');
  await window.type('outpatientNumber', await outpatientNumberOf(patient));
  await window.tap('window-find');
  await window.sees(window.find('window-patient'));
  await window.tap(within(window, 'window-bill', 'C 反应蛋白', 'window-print'));
  await window.tap(within(window, 'window-part', 'C 反应蛋白', 'window-refund'));
  await window.tap('window-confirm');
  await window.sees(window.find('window-done'));
  await phones.stage.underTest.pass(2);
  await patient.open('/packages/billing/pages/bills/index');
  await patient.sees(/退/);
  return window;
}

/** As it stands on the card that is shown at the window. */
async function outpatientNumberOf(patient: Phone): Promise<string> {
  await patient.open('/pages/me/index');
  return patient.text('outpatient-number');
}

/** The README's visit; after the last step, `refundUnexecuted` gives back what was not done. */
export const STEPS: readonly Step[] = [
  { name: 'card', live: takeCard },
  { name: 'department', live: askWhereToGo },
  { name: 'help', live: beHelped },
  { name: 'family', live: letDaughterPay },
  { name: 'gate', live: passTheGate },
  { name: 'check-in', live: checkIn },
  { name: 'doctor', live: seeDoctor },
  { name: 'scan-to-pay', live: scanToPay },
  { name: 'way', live: findTheWay },
  { name: 'result', live: readResult },
];
