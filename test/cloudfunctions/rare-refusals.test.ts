import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { HospitalFolder } from '../../scripts/hospital/types';
import { PURPOSES, volunteering } from './assistance-under-test';
import { at, DOCTOR, inRoom, TODAY } from './clinic/in-room';
import { openHospitalUnderTest, type HospitalUnderTest } from './hospital-under-test';
import {
  agreeAndVerify,
  book,
  boundPatient,
  inventIdentityNumber,
  newRequest,
  type PatientUnderTest,
} from './patient-under-test';
import { staffMember } from './staff-under-test';
import { declare, scan, SEVEN } from './visit/visitors';
import { accepted, held, paid, refusal } from './visit-under-test';

jest.setTimeout(120_000);

/** Today's other session, in the afternoon: free of charge. */
const AFTERNOON = 'dr-tian_2026-03-10_pm';
const ADVICE = 'dr-tian_2026-03-12_pm';
const HOUR = 60 * 60_000;

let hospital: HospitalUnderTest;
let doctor: string;
let nurse: string;
/** Odd serials are men. */
let serial = 700;
const person = (): Promise<PatientUnderTest> => boundPatient(hospital, (serial += 2));

/** The tiny hospital turns no sex away: here its advice is for women. */
function forWomen(folder: HospitalFolder): HospitalFolder {
  const rule = { id: 'women', version: '2026-a', label: '女性', text: '健康咨询只看女性。' };
  const open = { gender: 'female', minAge: null, maxAge: null } as const;
  const eligibility = [...folder.rulePack.eligibility, { ...rule, ...open }];
  const clinics = folder.clinics.map((clinic) =>
    clinic.id === 'family-advice' ? { ...clinic, eligibilityId: 'women' } : clinic,
  );
  return { ...folder, clinics, rulePack: { ...folder.rulePack, eligibility }, contentHash: 'f'.repeat(64) };
}

beforeAll(async () => {
  hospital = await openHospitalUnderTest({ now: SEVEN, change: forWomen });
  doctor = await staffMember(hospital, { role: 'doctor', practitionerId: DOCTOR });
  nurse = await staffMember(hospital, { role: 'nurse' });
});
afterAll(() => hospital.close());

const child = (openid: string, number: number) =>
  hospital.ask(openid, 'identity', 'bindPatient', {
    requestId: newRequest(),
    name: '试小人',
    identityNumber: inventIdentityNumber(number, '20200505'),
    relationship: 'child',
    visitedBefore: false,
  });

describe('acting for others is refused', () => {
  test('to a relative without an own card, and for one whose cards are full', async () => {
    const cardless = 'oCardless';
    await agreeAndVerify(hospital, cardless, '19900096001');
    const ask = (openid: string) =>
      hospital.ask(openid, 'identity', 'askRelative', { requestId: newRequest() });
    expect(refusal(await ask(cardless))).toBe('OWN_CARD_MISSING');
    const [mother, daughter] = [await person(), await person()];
    const { code } = accepted(await ask(daughter.openid));
    for (const number of [991, 992]) accepted(await child(daughter.openid, number));
    const consent = { requestId: newRequest(), patientId: mother.patientId, code, days: 30 };
    const granted = await hospital.ask(mother.openid, 'identity', 'grantConsent', {
      ...consent,
      scopes: ['book'],
    });
    expect(granted).toMatchObject({ error: 'RELATIVE_FULL', detail: { maximum: 3 } });
  });

  test('to a volunteer for longer than the hospital offers, and for a card that is there already', async () => {
    const phones = volunteering(hospital);
    const [openid, helper] = ['oAssistedSoon', await phones.volunteer()];
    await agreeAndVerify(hospital, openid, '19900096002');
    const { assistanceId } = accepted(await phones.ask(helper, await phones.codeOf(openid), ['bind']));
    expect(refusal(await phones.agree(openid, assistanceId, { minutes: 7 }))).toBe('ASSISTANCE_TERMS');
    const yes = { requestId: newRequest(), assistanceId, minutes: 30 };
    accepted(await hospital.ask(openid, 'identity', 'consentToAssistance', { ...yes, purposes: ['bind'] }));
    const form = { requestId: newRequest(), name: '试验人', visitedBefore: false };
    const own = { ...form, identityNumber: inventIdentityNumber(994), relationship: 'self' as const };
    accepted(await hospital.ask(openid, 'identity', 'bindPatient', own));
    const again = {
      ...form,
      requestId: newRequest(),
      identityNumber: inventIdentityNumber(996),
      assistanceId,
    };
    expect(refusal(await hospital.ask(helper, 'identity', 'bindForAssisted', again))).toBe(
      'CARD_BOUND_ALREADY',
    );
  });

  /** What is wrong with a form, and the refusal that says so. */
  const WRONG: readonly (readonly [string, { readonly name?: string; readonly identityNumber?: string }])[] =
    [
      ['NAME_INVALID', { name: '言7' }],
      ['IDENTITY_NUMBER_LENGTH', { identityNumber: '99009919900101' }],
      ['IDENTITY_NUMBER_CHARACTERS', { identityNumber: '990099199001010A1X' }],
      ['IDENTITY_NUMBER_BIRTH_DATE', { identityNumber: inventIdentityNumber(5, '19901340') }],
      [
        'IDENTITY_NUMBER_CHECK_DIGIT',
        { identityNumber: inventIdentityNumber(5).replace(/.$/, (last) => (last === '1' ? '2' : '1')) },
      ],
    ];

  test('to who types in another’s card wrongly, on the phone and at the window', async () => {
    const phones = volunteering(hospital);
    const [openid, helper] = ['oAssistedWrong', await phones.volunteer()];
    await agreeAndVerify(hospital, openid, '19900096003');
    const { assistanceId } = accepted(await phones.ask(helper, await phones.codeOf(openid), ['bind']));
    const terms = { assistanceId, purposes: ['bind' as const], minutes: 30 };
    const yes = { requestId: newRequest(), ...terms };
    accepted(await hospital.ask(openid, 'identity', 'consentToAssistance', yes));
    const window = await staffMember(hospital, { role: 'window' });
    const other = await phones.volunteer();
    const badge = { requestId: newRequest() };
    const { code } = accepted(await hospital.ask(other, 'identity', 'makeBadgeCode', badge));
    for (const [refused, wrong] of WRONG) {
      const person = { name: '试验人', identityNumber: inventIdentityNumber(5), ...wrong };
      const typed = { requestId: newRequest(), assistanceId, ...person, visitedBefore: false };
      const shown = {
        requestId: newRequest(),
        code,
        phone: '19900096004',
        purposes: PURPOSES,
        minutes: 60,
        ...person,
      };
      expect(refusal(await hospital.ask(helper, 'identity', 'bindForAssisted', typed))).toBe(refused);
      expect(refusal(await hospital.ask(window, 'identity', 'openAssistanceAtWindow', shown))).toBe(refused);
    }
    accepted(await phones.end(openid, assistanceId));
    const late = { requestId: newRequest(), assistanceId, name: '试验人', visitedBefore: false };
    const form = { ...late, identityNumber: inventIdentityNumber(998) };
    expect(refusal(await hospital.ask(helper, 'identity', 'bindForAssisted', form))).toBe('ASSISTANCE_OVER');
  });

  test('to a volunteer with a code that is not true, is used, or is the own, until guessing ends', async () => {
    const phones = volunteering(hospital);
    const [patient, guesser] = [await person(), await person()];
    await staffMember(hospital, { role: 'volunteer', openid: guesser.openid });
    const code = await phones.codeOf(patient.openid);
    accepted(await phones.ask(await phones.volunteer(), code));
    const ask = async (one: string) => refusal(await phones.ask(guesser.openid, one));
    expect(await ask(code)).toBe('PAIRING_USED');
    expect(await ask(await phones.codeOf(guesser.openid))).toBe('PAIRING_OWN');
    const guesses: string[] = [];
    for (let guess = 0; guess < 12; guess += 1) guesses.push(await ask(`0000${String(1000 + guess)}`));
    expect(guesses[0]).toBe('PAIRING_UNKNOWN');
    expect(guesses.at(-1)).toBe('TOO_MANY_ATTEMPTS');
    // A true code is of no use any more to who guesses.
    expect(await ask(await phones.codeOf((await person()).openid))).toBe('TOO_MANY_ATTEMPTS');
  });

  test('to a role whose code is not true, or names a doctor where none belongs', async () => {
    const code = { requestId: newRequest(), code: 'ABCDEFGHJKLMNPQR' };
    expect(refusal(await hospital.ask('oNobody', 'identity', 'redeemRoleCode', code))).toBe(
      'ROLE_CODE_REJECTED',
    );
    const administrator = await staffMember(hospital, { role: 'administrator' });
    const wish = { requestId: newRequest(), label: '分诊台', role: 'nurse' as const, practitionerId: DOCTOR };
    expect(refusal(await hospital.ask(administrator, 'identity', 'issueRoleCode', wish))).toBe(
      'PRACTITIONER_MISMATCH',
    );
  });
});

test('a clinic for women is refused to a man, with its rule', async () => {
  const man = await boundPatient(hospital, 701);
  expect(await book(hospital, man, ADVICE, '14:00')).toMatchObject({
    error: 'SEX_NOT_ACCEPTED',
    detail: { clause: { text: '健康咨询只看女性。' } },
  });
});

describe('in the room is refused', () => {
  let patient: PatientUnderTest;
  let appointmentId: string;
  beforeAll(async () => {
    patient = await person();
    appointmentId = await inRoom(hospital, patient, doctor, at('09:30'));
  });

  test('what the doctor took back: no desk does it any more', async () => {
    const laboratory = await staffMember(hospital, { role: 'laboratory' });
    const items = [{ itemId: 'lab-blood', quantity: 1 }];
    const order = { requestId: newRequest(), appointmentId, items };
    const { orderId, lines } = accepted(await hospital.ask(doctor, 'clinic', 'placeOrder', order));
    const line = () => ({ requestId: newRequest(), orderId, lineId: lines[0]?.lineId ?? '' });
    accepted(await hospital.ask(doctor, 'clinic', 'cancelOrderLine', { ...line(), reason: '开错了' }));
    expect(refusal(await hospital.ask(laboratory, 'clinic', 'markExecuted', line()))).toBe('LINE_CANCELLED');
  });

  test('a ward that is not there, and any step after the end of an admission', async () => {
    const wish = (wardId: string) => ({
      requestId: newRequest(),
      appointmentId,
      wardId,
      reason: '血压一直高',
      plannedDay: '2026-03-12' as never,
    });
    const register = (wardId: string) => hospital.ask(doctor, 'clinic', 'requestAdmission', wish(wardId));
    expect(refusal(await register('nowhere'))).toBe('WARD_UNKNOWN');
    const { admissionId } = accepted(await register('ward-family'));
    const step = (to: 'cancelled' | 'bed-waiting') =>
      hospital.ask(nurse, 'clinic', 'advanceAdmission', {
        requestId: newRequest(),
        admissionId,
        to,
        bed: null,
        note: '病人不住了',
      });
    accepted(await step('cancelled'));
    expect(await step('bed-waiting')).toMatchObject({
      error: 'ADMISSION_ENDED',
      detail: { state: 'cancelled' },
    });
  });

  test('an added seat for somebody whose card is on no phone', async () => {
    const seat = { requestId: newRequest(), sessionId: TODAY, code: 'SW000417' };
    expect(refusal(await hospital.ask(doctor, 'booking', 'grantAddOn', seat))).toBe('NOT_ON_PHONE');
  });
});

describe('at the desk is refused', () => {
  const atDesk = (appointmentId: string, areaId = 'east') =>
    hospital.ask(nurse, 'visit', 'checkInFor', {
      requestId: newRequest(),
      appointmentId,
      areaId,
      priority: 'as-booked',
    });

  test('an appointment that is not paid, is of another day, or of a later hour', async () => {
    const [unpaid, tomorrow, early] = [await person(), await person(), await person()];
    const pending = await held(hospital, unpaid, TODAY, '10:00');
    expect(refusal(await atDesk(pending.appointmentId))).toBe('NOT_BOOKED');
    const later = await paid(hospital, tomorrow, 'dr-tian_2026-03-11_am', '10:00');
    expect(await atDesk(later.appointmentId)).toMatchObject({
      error: 'NOT_TODAY',
      detail: { day: '2026-03-11' },
    });
    const { appointmentId } = await held(hospital, early, AFTERNOON, '14:00');
    expect(refusal(await atDesk(appointmentId, 'west'))).toBe('WRONG_AREA');
    accepted(await declare(hospital, early));
    for (const answer of [await atDesk(appointmentId), await scan(hospital, early)])
      expect(refusal(answer)).toBe('CHECK_IN_EARLY');
  });

  test('an area that the hospital does not have', async () => {
    const areaId = 'nowhere';
    const answers = [
      await hospital.ask(nurse, 'visit', 'listAreaQueue', { areaId }),
      await hospital.ask(nurse, 'visit', 'findByNumber', { areaId, queueNumber: 3 }),
    ];
    expect(answers.map(refusal)).toEqual(['AREA_UNKNOWN', 'AREA_UNKNOWN']);
  });

  test('a gate form of yesterday’s questions', async () => {
    const { openid, patientId } = await person();
    const said = {
      requestId: newRequest(),
      patientId,
      version: 'older',
      temperatureTenths: 365,
      answers: [],
    };
    expect(refusal(await hospital.ask(openid, 'visit', 'declareAtGate', said))).toBe('QUESTIONS_CHANGED');
  });
});

describe('once the hours have passed', () => {
  test('an unpaid seat is paid no more, a session is neither entered nor stopped, a pass is of its day', async () => {
    const [slow, late] = [await person(), await person()];
    const { appointmentId } = await held(hospital, slow, TODAY, '10:30');
    const missed = await paid(hospital, late, TODAY, '09:00');
    const atDesk = () =>
      hospital.ask(nurse, 'visit', 'checkInFor', {
        requestId: newRequest(),
        appointmentId: missed.appointmentId,
        areaId: 'east',
        priority: 'as-booked',
      });
    expect(refusal(await atDesk())).toBe('GATE_MISSING');
    const { pass } = accepted(await declare(hospital, late));
    await hospital.cloud.clock.advance(11 * 60_000);
    const pay = { requestId: newRequest(), appointmentId };
    expect(refusal(await hospital.ask(slow.openid, 'billing', 'payAppointment', pay))).toBe('HOLD_ENDED');

    await hospital.cloud.clock.advance(5 * HOUR);
    expect(refusal(await scan(hospital, late))).toBe('CHECK_IN_OVER');
    expect(refusal(await atDesk())).toBe('CHECK_IN_OVER');
    const stop = { requestId: newRequest(), sessionId: TODAY, reason: '出差' };
    expect(refusal(await hospital.ask(doctor, 'clinic', 'requestStop', stop))).toBe('SESSION_OVER');
    const seat = { requestId: newRequest(), sessionId: TODAY, code: 'SW000417' };
    expect(refusal(await hospital.ask(doctor, 'booking', 'grantAddOn', seat))).toBe('SESSION_OVER');

    await hospital.cloud.clock.advance(13 * HOUR);
    const found = await hospital.ask(nurse, 'visit', 'findPass', { code: `PASS:${pass ?? ''}` });
    expect(found).toMatchObject({ error: 'PASS_EXPIRED', detail: { day: '2026-03-10' } });
  });
});
