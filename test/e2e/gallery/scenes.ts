import type { WeChatUser } from '../stage/open-phone';
import type { Phone } from '../stage/phone';
import { fillCard } from '../stage/steps';
import { LONGEST_CLINIC, type Cast } from './cast';

/** One thing to look at: whose phone, which page, and what is tapped until it shows. */
export interface Scene {
  readonly name: string;
  readonly who: keyof WhoOf;
  address(cast: Cast): string;
  /** What must be seen before the picture is taken. */
  readonly sees: string;
  /** Taps after the page is there. */
  then?(phone: Phone): Promise<void>;
}

interface WhoOf {
  readonly newcomer: WeChatUser;
  readonly undecided: WeChatUser;
  readonly patient: WeChatUser;
  readonly returning: WeChatUser;
}

const identity = (page: string): string => `/packages/identity/pages/${page}/index`;
const booking = (page: string): string => `/packages/booking/pages/${page}/index`;
const longest = new URLSearchParams({ ...LONGEST_CLINIC }).toString();
const doctorDay = (practitionerId: string, day: string): string =>
  `practitionerId=${practitionerId}&clinicId=breast-general&day=${day}`;

/** What someone sees who is new here. */
const first: readonly Scene[] = [
  {
    name: 'home-new',
    who: 'newcomer',
    address: () => '/pages/home/index',
    sees: 'home-start',
    then: (phone) => phone.sees('听泉院区'),
  },
  {
    name: 'consent',
    who: 'newcomer',
    address: () => `${identity('consent')}?next=bind`,
    sees: 'consent-agree',
  },
  { name: 'visits-nobody', who: 'newcomer', address: () => '/pages/visits/index', sees: 'state-action' },
  { name: 'me-nobody', who: 'newcomer', address: () => '/pages/me/index', sees: 'add-patient' },
  {
    name: 'bind',
    who: 'undecided',
    address: () => identity('bind'),
    sees: 'bind-submit',
  },
  {
    name: 'bind-faults',
    who: 'undecided',
    address: () => identity('bind'),
    sees: 'bind-submit',
    then: async (phone) => {
      await fillCard(phone, { name: '言7', identityNumber: '990099199001010' });
      await phone.tap('bind-submit');
      await phone.sees(phone.find('error-identityNumber'));
    },
  },
  {
    name: 'choose-number',
    who: 'returning',
    address: ({ returningPatientId }) => `${identity('choose-number')}?patientId=${returningPatientId}`,
    sees: 'number-save',
  },
  {
    name: 'patient',
    who: 'returning',
    address: ({ returningPatientId }) => `${identity('patient')}?patientId=${returningPatientId}`,
    sees: 'unbind',
  },
  {
    name: 'unbind-sheet',
    who: 'returning',
    address: ({ returningPatientId }) => `${identity('patient')}?patientId=${returningPatientId}`,
    sees: 'unbind',
    then: async (phone) => {
      await phone.tap('unbind');
      await phone.sees(phone.find('unbind-confirm'));
    },
  },
];

/** From the departments to the half-hour. */
const choosing: readonly Scene[] = [
  { name: 'home', who: 'patient', address: () => '/pages/home/index', sees: 'home-next' },
  {
    name: 'departments',
    who: 'patient',
    address: () => '/pages/departments/index',
    sees: 'side-obstetrics',
    then: (phone) => phone.tap('side-obstetrics'),
  },
  {
    name: 'search',
    who: 'patient',
    address: () => '/pages/departments/index',
    sees: 'side-obstetrics',
    then: async (phone) => {
      await phone.page.locator('input').filter({ visible: true }).fill('ck');
      await phone.sees(phone.find('search-results'));
    },
  },
  {
    name: 'search-nothing',
    who: 'patient',
    address: () => '/pages/departments/index',
    sees: 'side-obstetrics',
    then: async (phone) => {
      await phone.page.locator('input').filter({ visible: true }).fill('骨科');
      await phone.sees('没有找到“骨科”');
    },
  },
  {
    name: 'doctors',
    who: 'patient',
    address: () => `${booking('doctors')}?clinicId=gyn-general`,
    sees: 'day-2026-03-12',
    then: async (phone) => {
      await phone.sees(phone.page.locator('[data-testid^="doctor-"]'));
    },
  },
  {
    name: 'doctors-none',
    who: 'patient',
    address: () => `${booking('doctors')}?clinicId=obs-medical`,
    sees: 'day-2026-03-13',
    then: async (phone) => {
      await phone.tap('day-2026-03-13');
      await phone.sees('这一天没有医生出诊');
    },
  },
  {
    name: 'slots',
    who: 'patient',
    address: () => `${booking('slots')}?${doctorDay('dr-luo-yuan', '2026-03-12')}`,
    sees: 'slots-day',
  },
  {
    name: 'slots-longest',
    who: 'patient',
    address: () => `${booking('slots')}?${longest}`,
    sees: 'slots-day',
  },
];

const money: readonly Scene[] = [
  {
    name: 'confirm',
    who: 'patient',
    address: () => confirmAddress,
    sees: 'confirm-submit',
  },
  {
    name: 'confirm-person',
    who: 'patient',
    address: () => confirmAddress,
    sees: 'confirm-submit',
    then: async (phone) => {
      await phone.tap('confirm-person');
      await phone.sees(phone.find('person-add'));
    },
  },
  {
    name: 'confirm-refused',
    who: 'patient',
    address: () => confirmAddress.replace('2026-03-17', '2026-03-12').replace('2026-03-17', '2026-03-12'),
    sees: 'confirm-submit',
    then: async (phone) => {
      await phone.tap('confirm-submit');
      await phone.sees(phone.find('refusal'));
    },
  },
  {
    name: 'pay',
    who: 'patient',
    address: ({ held }) => `${booking('pay')}?appointmentId=${held.appointmentId}`,
    sees: 'pay-submit',
  },
  {
    name: 'result',
    who: 'patient',
    address: ({ booked }) => `${booking('result')}?appointmentId=${booked.appointmentId}`,
    sees: 'queue-number',
  },
  { name: 'visits', who: 'patient', address: () => '/pages/visits/index', sees: 'visit-open' },
  {
    name: 'appointment',
    who: 'patient',
    address: ({ booked }) => `${booking('appointment')}?appointmentId=${booked.appointmentId}`,
    sees: 'cancel-ask',
  },
  {
    name: 'cancel-sheet',
    who: 'patient',
    address: ({ booked }) => `${booking('appointment')}?appointmentId=${booked.appointmentId}`,
    sees: 'cancel-ask',
    then: async (phone) => {
      await phone.tap('cancel-ask');
      await phone.sees(phone.find('cancel-confirm'));
    },
  },
  {
    name: 'refund-done',
    who: 'patient',
    address: ({ refunded }) => `${booking('appointment')}?appointmentId=${refunded.appointmentId}`,
    sees: 'refund-state',
  },
  { name: 'me', who: 'patient', address: () => '/pages/me/index', sees: 'sign-out' },
  {
    name: 'delete-sheet',
    who: 'patient',
    address: () => '/pages/me/index',
    sees: 'sign-out',
    then: async (phone) => {
      await phone.tap('delete-data');
      await phone.sees(phone.find('delete-confirm'));
    },
  },
];

const confirmAddress = `${booking('confirm')}?${doctorDay('dr-luo-yuan', '2026-03-17')}&sessionId=dr-luo-yuan_2026-03-17_am&start=09:00`;

/** Every page of the mini program, with its sheets, as it looks when all is well. */
export const scenes: readonly Scene[] = [...first, ...choosing, ...money];

/** Brings a phone to a scene. */
export async function enter(phone: Phone, scene: Scene, cast: Cast): Promise<void> {
  await phone.open(scene.address(cast));
  await phone.sees(phone.find(scene.sees));
  await scene.then?.(phone);
  await phone.still();
}
