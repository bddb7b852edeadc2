import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { loadHospital } from '../../../scripts/hospital/load';
import { openHospital } from '../../../scripts/start/open-hospital';
import { openHospitalUnderTest, TINY, TUESDAY_8_00, type HospitalUnderTest } from '../hospital-under-test';
import { boundPatient, book, newRequest, phoneCode } from '../patient-under-test';
import { accepted, cancel, held, paid, refusal, seen } from '../visit-under-test';

jest.setTimeout(120_000);

const SESSION = 'dr-tian_2026-03-12_am';

describe('consent', () => {
  let hospital: HospitalUnderTest;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
  });
  afterAll(() => hospital.close());

  const me = async (openid: string) => accepted(await hospital.ask(openid, 'identity', 'getMe', {}));
  const agree = (openid: string, version: string, documentId = 'identity-and-health') =>
    hospital.ask(openid, 'identity', 'giveConsent', { requestId: newRequest(), documentId, version });

  test('comes before the first personal field, and browsing does without it', async () => {
    const openid = 'oNobody';
    expect(await me(openid)).toMatchObject({
      signedIn: true,
      consentGivenAt: null,
      maskedPhone: null,
      patients: [],
    });
    expect((await me(openid)).consentWanted?.version).toBe('2026-a');
    const code = await phoneCode(hospital, openid, '19900001001');
    const refused = [
      await hospital.ask(openid, 'identity', 'verifyPhone', { requestId: newRequest(), code }),
      await hospital.ask(openid, 'identity', 'bindPatient', {
        requestId: newRequest(),
        name: '试验人',
        identityNumber: '990099199001010017',
        relationship: 'self',
        visitedBefore: false,
      }),
    ];
    expect(refused.map(refusal)).toEqual(Array(2).fill('CONSENT_MISSING'));
    // Without a card of one's own there is nobody to book for.
    expect(refusal(await book(hospital, { openid, patientId: 'p1' }, SESSION, '09:00'))).toBe('NOT_FOUND');
    expect(accepted(await hospital.ask(openid, 'catalog', 'listDepartments', {}))).toHaveLength(2);
    expect(
      refusal(await hospital.ask(openid, 'booking', 'listClinicDays', { clinicId: 'family-general' })),
    ).toBe('ACCEPTED');
    // The code was not used up by the refusal.
    accepted(await agree(openid, '2026-a'));
    expect(
      refusal(await hospital.ask(openid, 'identity', 'verifyPhone', { requestId: newRequest(), code })),
    ).toBe('ACCEPTED');
  });

  test('is given to one version of one document, with its time, and once', async () => {
    const openid = 'oReader';
    expect(refusal(await agree(openid, '2025-z'))).toBe('CONSENT_OUTDATED');
    expect(refusal(await agree(openid, '2026-a', 'another-document'))).toBe('CONSENT_OUTDATED');
    accepted(await agree(openid, '2026-a'));
    const { consentWanted, consentGivenAt } = await me(openid);
    expect(consentWanted).toBeNull();
    expect(consentGivenAt).toBeGreaterThanOrEqual(TUESDAY_8_00);
    accepted(await agree(openid, '2026-a'));
    expect((await me(openid)).consentGivenAt).toBe(consentGivenAt);
  });

  test('can be taken back once nothing depends on it, and then nothing personal is shown or done', async () => {
    const patient = await boundPatient(hospital, 901);
    const { openid } = patient;
    const { appointmentId } = await paid(hospital, patient, SESSION, '09:00');
    const withdraw = () => hospital.ask(openid, 'identity', 'withdrawConsent', { requestId: newRequest() });
    expect(await withdraw()).toMatchObject({ error: 'LIVE_APPOINTMENTS', detail: { count: 1 } });
    accepted(await cancel(hospital, patient, appointmentId, 'A1'));
    expect(accepted(await withdraw())).toMatchObject({
      patients: [],
      maskedPhone: null,
      consentGivenAt: null,
    });
    expect(await me(openid)).toMatchObject({ patients: [], maskedPhone: null });
    expect(accepted(await hospital.ask(openid, 'booking', 'listAppointments', {}))).toEqual([]);
    expect(refusal(await hospital.ask(openid, 'booking', 'getAppointment', { appointmentId }))).toBe(
      'NOT_FOUND',
    );
    expect(refusal(await book(hospital, patient, SESSION, '10:00'))).toBe('CONSENT_MISSING');
    accepted(await agree(openid, '2026-a'));
    expect((await me(openid)).patients).toHaveLength(1);
    expect((await seen(hospital, patient, appointmentId)).status).toBe('cancelled');
  });

  test('to an older version is asked for anew, while appointments made under it stay within reach', async () => {
    const patient = await boundPatient(hospital, 902);
    const { appointmentId } = await held(hospital, patient, SESSION, '09:30');
    const loaded = loadHospital(TINY);
    if (!loaded.ok) throw new Error('The hospital does not load');
    const [consent] = loaded.hospital.rulePack.consents;
    if (!consent) throw new Error('No consent');
    const rulePack = { ...loaded.hospital.rulePack, consents: [{ ...consent, version: '2026-b' }] };
    await openHospital(hospital.cloud, { ...loaded.hospital, rulePack, contentHash: 'b'.repeat(64) });
    await hospital.cloud.clock.advance(11_000);
    expect((await me(patient.openid)).consentWanted?.version).toBe('2026-b');
    expect(refusal(await book(hospital, patient, 'dr-tian_2026-03-13_am', '09:30'))).toBe('CONSENT_MISSING');
    expect((await seen(hospital, patient, appointmentId)).status).toBe('pending');
    expect(refusal(await cancel(hospital, patient, appointmentId, 'UNPAID'))).toBe('ACCEPTED');
    accepted(await agree(patient.openid, '2026-b'));
    expect((await me(patient.openid)).patients).toHaveLength(1);
  });
});
