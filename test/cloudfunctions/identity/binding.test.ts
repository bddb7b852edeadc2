import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { PatientRecord } from '../../../cloudfunctions/_store/patients';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { agreeAndVerify, inventIdentityNumber, newRequest, phoneCode } from '../patient-under-test';
import { accepted, refusal } from '../visit-under-test';

jest.setTimeout(120_000);

/** In the register of the tiny hospital, with this phone on file. */
const KNOWN = { name: '石青岚', identityNumber: '990020197003030210', phone: '19900000101' };

interface Form {
  readonly name?: string;
  readonly identityNumber?: string;
  readonly relationship?: 'self' | 'child';
  readonly visitedBefore?: boolean;
  readonly requestId?: string;
}

describe('binding a card', () => {
  let hospital: HospitalUnderTest;
  let serial = 0;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest({
      change: (folder) => ({
        ...folder,
        contentHash: 'd'.repeat(64),
        registeredPersons: folder.registeredPersons.map((person) => ({
          ...person,
          outpatientNumbers: [
            ...person.outpatientNumbers,
            { number: 'SW000900', lastVisit: '2026-01-20' },
            { number: 'SW000300', lastVisit: null },
          ] as typeof person.outpatientNumbers,
        })),
      }),
    });
  });
  afterAll(() => hospital.close());

  const user = async (phone?: string): Promise<string> => {
    const openid = `oBinding_${(serial += 1)}`;
    await agreeAndVerify(hospital, openid, phone ?? `1990020${String(serial).padStart(4, '0')}`);
    return openid;
  };
  const bind = (openid: string, form: Form = {}) =>
    hospital.ask(openid, 'identity', 'bindPatient', {
      requestId: newRequest(),
      name: '试验人',
      identityNumber: inventIdentityNumber(serial),
      relationship: 'self',
      visitedBefore: false,
      ...form,
    });
  const register = () => documentsOf<PatientRecord>(hospital.cloud, 'patients');

  test('enters a new patient once, with one outpatient number', async () => {
    const openid = await user();
    const before = (await register()).length;
    const bound = accepted(await bind(openid));
    expect(bound).toMatchObject({
      state: 'bound',
      patient: {
        maskedName: '试*人',
        relationship: 'self',
        gender: 'male',
        ageYears: 36,
        isDefault: true,
        otherNumbers: [],
      },
    });
    expect(bound.patient.outpatientNumber).toMatch(/^26\d{8}$/);
    expect(bound.patient.maskedIdentityNumber).toMatch(/^9\*{16}[\dX]$/);
    expect(accepted(await bind(openid)).patient).toEqual(bound.patient);
    expect(await register()).toHaveLength(before + 1);
  });

  test('shows a returning patient their numbers, masked, only by the phone on file', async () => {
    const openid = await user(KNOWN.phone);
    const bound = accepted(await bind(openid, { ...KNOWN_FORM, visitedBefore: true }));
    if (bound.state !== 'choose-number') throw new Error('No numbers to choose from');
    expect(bound.numbers.map(({ maskedNumber, lastVisit }) => [maskedNumber, lastVisit])).toEqual([
      ['SW****17', '2025-02-11'],
      ['SW****00', '2026-01-20'],
      ['SW****00', null],
    ]);
    // The one used last is proposed.
    expect(bound.patient.outpatientNumber).toBe('SW000900');
    const { patientId } = bound.patient;
    const choose = (reference: string) =>
      hospital.ask(openid, 'identity', 'chooseOutpatientNumber', {
        requestId: newRequest(),
        patientId,
        reference,
      });
    expect(refusal(await choose('unknown'))).toBe('NOT_FOUND');
    const chosen = accepted(await choose(bound.numbers[0]?.reference ?? ''));
    expect(chosen.outpatientNumber).toBe('SW000417');
    expect(chosen.otherNumbers).toHaveLength(2);
    const stranger = await user();
    const stolen = await hospital.ask(stranger, 'identity', 'chooseOutpatientNumber', {
      requestId: newRequest(),
      patientId,
      reference: bound.numbers[0]?.reference ?? '',
    });
    expect(refusal(stolen)).toBe('NOT_FOUND');
  });

  const KNOWN_FORM = { name: KNOWN.name, identityNumber: KNOWN.identityNumber };

  test('answers the same to the letter whether or not somebody is known', async () => {
    const unknown = inventIdentityNumber(998);
    const answers = [
      // Known, from a strange phone.
      await bind(await user(), { ...KNOWN_FORM, visitedBefore: true }),
      await bind(await user(), { ...KNOWN_FORM, visitedBefore: false }),
      // Known, from the right phone under a wrong name.
      await bind(await user(KNOWN.phone), { ...KNOWN_FORM, name: '石青蓝', visitedBefore: true }),
      // Not known at all.
      await bind(await user(), { identityNumber: unknown, visitedBefore: true }),
      await bind(await user(KNOWN.phone), { identityNumber: unknown, visitedBefore: true }),
    ];
    expect(answers.map(refusal)).toEqual(Array(5).fill('SEE_WINDOW'));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await register()).some(({ phoneIndex }) => phoneIndex === unknown)).toBe(false);
  });

  test('takes the same name however it is typed', async () => {
    // The guesses above have used up what one identity number may be asked for in an hour.
    await hospital.cloud.clock.advance(61 * 60_000);
    const openid = await user(KNOWN.phone);
    expect(
      refusal(
        await bind(openid, {
          name: ' 石 青岚 ',
          identityNumber: '990020 19700303 0210',
          visitedBefore: true,
        }),
      ),
    ).toBe('ACCEPTED');
  });

  test('counts guesses per user', async () => {
    const openid = await user();
    const guess = (at: number) =>
      bind(openid, { identityNumber: inventIdentityNumber(900 + at), visitedBefore: true });
    for (let at = 0; at < 3; at += 1) expect(refusal(await guess(at))).toBe('SEE_WINDOW');
    const answer = await guess(3);
    expect(answer).toMatchObject({ error: 'TOO_MANY_ATTEMPTS' });
    // Also what would be right is not told any more, until the hour is over.
    expect(refusal(await bind(openid))).toBe('TOO_MANY_ATTEMPTS');
    if (answer.ok || answer.error !== 'TOO_MANY_ATTEMPTS') return;
    await hospital.cloud.clock.set(answer.detail.retryAt + 1);
    expect(refusal(await bind(openid))).toBe('ACCEPTED');
  });

  test('counts guesses per identity number, across users', async () => {
    const target = { identityNumber: inventIdentityNumber(777), visitedBefore: true };
    for (let at = 0; at < 3; at += 1) expect(refusal(await bind(await user(), target))).toBe('SEE_WINDOW');
    expect(refusal(await bind(await user(), target))).toBe('TOO_MANY_ATTEMPTS');
  });

  test('of one person from several phones at once never makes two numbers', async () => {
    const form = { identityNumber: inventIdentityNumber(555, '19850505') };
    const family = await Promise.all([1, 2, 3].map(() => user('19900209999')));
    const before = (await register()).length;
    const answers = await Promise.all(family.map((openid) => bind(openid, form)));
    const numbers = answers.flatMap((answer) => (answer.ok ? [answer.value.patient.outpatientNumber] : []));
    expect(answers.map(refusal)).toEqual(Array(3).fill('ACCEPTED'));
    expect(new Set(numbers).size).toBe(1);
    expect(await register()).toHaveLength(before + 1);
  });

  test('is for oneself once, for children below the age, and for so many', async () => {
    const openid = await user();
    accepted(await bind(openid));
    expect(refusal(await bind(openid, { identityNumber: inventIdentityNumber(601) }))).toBe(
      'SELF_ALREADY_BOUND',
    );
    const child = (birth: string, at: number) =>
      bind(openid, { relationship: 'child', identityNumber: inventIdentityNumber(at, birth) });
    expect(await child('20120310', 602)).toMatchObject({
      error: 'CHILD_TOO_OLD',
      detail: { belowYears: 14 },
    });
    expect(refusal(await child('20120311', 603))).toBe('ACCEPTED');
    expect(refusal(await child('20250101', 604))).toBe('ACCEPTED');
    expect(await child('20250102', 605)).toMatchObject({
      error: 'TOO_MANY_PATIENTS',
      detail: { maximum: 3 },
    });
  });

  test.each([
    ['NAME_INVALID', { name: '1' }],
    ['IDENTITY_NUMBER_LENGTH', { identityNumber: '99009919900101001' }],
    ['IDENTITY_NUMBER_CHARACTERS', { identityNumber: '99009919900101A017' }],
    ['IDENTITY_NUMBER_BIRTH_DATE', { identityNumber: '990099199013010017' }],
    [
      'IDENTITY_NUMBER_CHECK_DIGIT',
      { identityNumber: inventIdentityNumber(1).replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
    ],
  ])('says %s before anybody is searched for', async (code, form) => {
    expect(refusal(await bind(await user(), form))).toBe(code);
  });

  test('by the same tap once more neither searches nor enters again', async () => {
    const openid = await user();
    const form = { requestId: newRequest(), identityNumber: inventIdentityNumber(701) };
    const first = accepted(await bind(openid, form));
    const { writes } = await hospital.cloud.operations.during(async () => {
      expect(accepted(await bind(openid, form))).toEqual(first);
    });
    expect(writes).toBe(0);
    const before = (await register()).length;
    expect(refusal(await bind(openid, { ...form, identityNumber: inventIdentityNumber(702) }))).toBe(
      'REQUEST_ID_REUSED',
    );
    expect(await register()).toHaveLength(before);
    accepted(
      await hospital.ask(openid, 'identity', 'unbindPatient', {
        requestId: newRequest(),
        patientId: first.patient.patientId,
      }),
    );
    expect(refusal(await bind(openid, form))).toBe('NOT_FOUND');
  });

  test('needs a phone that WeChat verified, by a code that works once', async () => {
    const openid = 'oPhoneless';
    const me = accepted(await hospital.ask(openid, 'identity', 'getMe', {}));
    const { id: documentId = '', version = '' } = me.consentWanted ?? {};
    accepted(
      await hospital.ask(openid, 'identity', 'giveConsent', { requestId: newRequest(), documentId, version }),
    );
    expect(refusal(await bind(openid, { identityNumber: inventIdentityNumber(703) }))).toBe('PHONE_MISSING');
    const code = await phoneCode(hospital, openid, '19900205555');
    const verify = (one: string) =>
      hospital.ask(openid, 'identity', 'verifyPhone', { requestId: newRequest(), code: one });
    expect(refusal(await verify('not-a-code-of-wechat'))).toBe('PHONE_CODE_REJECTED');
    expect(accepted(await verify(code))).toEqual({ maskedPhone: '199****5555' });
    expect(refusal(await verify(code))).toBe('PHONE_CODE_REJECTED');
  });
});
