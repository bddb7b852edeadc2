import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { AppointmentRecord } from '../../../cloudfunctions/_store/appointments';
import type { Session } from '../../../cloudfunctions/_store/sessions';
import type { FaultName } from '../../../local/cloud/index';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import {
  agreeAndVerify,
  book,
  boundPatient,
  inventIdentityNumber,
  newRequest,
  type PatientUnderTest,
} from '../patient-under-test';
import { accepted, refusal } from '../visit-under-test';

jest.setTimeout(120_000);

const SESSION = 'dr-tian_2026-03-12_am';
/** The three writes of a booking, in their order. */
const WRITES = [
  { action: 'database.modifyDocument', collection: 'sessions' },
  { action: 'database.modifyDocument', collection: 'accounts' },
  { action: 'database.insertDocument', collection: 'appointments' },
];

let hospital: HospitalUnderTest;
beforeAll(async () => {
  hospital = await openHospitalUnderTest();
});
afterAll(() => hospital.close());

describe('a booking that breaks off', () => {
  let patient: PatientUnderTest;
  let serial = 300;
  beforeEach(async () => {
    patient = await boundPatient(hospital, (serial += 1));
  });

  const session = async () => {
    const all = await documentsOf<Session>(hospital.cloud, 'sessions');
    const found = all.find(({ _id }) => _id === SESSION);
    if (!found) throw new Error('No session');
    return found;
  };
  const claims = async () =>
    Object.values((await session()).claims).filter(({ holder }) => holder !== 'external').length;

  const cases = WRITES.flatMap((match) =>
    (['database-fail', 'timeout-after'] as const).map((name): [string, FaultName, typeof match] => [
      match.collection,
      name,
      match,
    ]),
  );

  test.each(cases)(
    'at the write to %s by %s is finished by the retry of the same tap',
    async (_where, name, match) => {
      const before = await claims();
      const tap = { start: '09:00', requestId: newRequest() };
      hospital.cloud.faults.set({ name, match: { ...match, function: 'booking' }, times: 1 });
      const first = await book(hospital, patient, SESSION, tap).catch(() => null);
      const second = accepted(await book(hospital, patient, SESSION, tap));
      if (first?.ok) expect(first.value.appointmentId).toBe(second.appointmentId);
      expect(await claims()).toBe(before + 1);
      await expectInvariants(hospital);
      // Gives the seat back for the next one.
      await hospital.pass(11);
      expect(await claims()).toBe(before);
    },
    40_000,
  );

  test.each(WRITES.slice(1))(
    'before the write to %p and is never tried again, has its seat freed',
    async (match) => {
      const before = await claims();
      hospital.cloud.faults.set({
        name: 'database-fail',
        match: { ...match, function: 'booking' },
        times: 1,
      });
      expect(refusal(await book(hospital, patient, SESSION, '09:30'))).toBe('FAULT');
      expect(await claims()).toBe(before + 1);
      await hospital.pass(12);
      expect(await claims()).toBe(before);
      await expectInvariants(hospital);
    },
    40_000,
  );

  test('has its seat freed also where no timer ran for days', async () => {
    const before = await claims();
    hospital.cloud.faults.set({
      name: 'database-fail',
      match: { collection: 'appointments', action: 'database.insertDocument' },
      times: 1,
    });
    expect(refusal(await book(hospital, patient, SESSION, '10:00'))).toBe('FAULT');
    const now = hospital.cloud.clock.now();
    await hospital.cloud.clock.advance(26 * 3_600_000);
    await hospital.minute();
    expect(await claims()).toBe(before);
    await hospital.pass(1);
    expect((await session()).lastClaimAt).toBe(0);
    await hospital.cloud.clock.set(now);
    await expectInvariants(hospital);
  });

  test('may be retried late, while the sweeper runs, without losing or doubling the seat', async () => {
    const tap = { start: '10:00', requestId: newRequest() };
    hospital.cloud.faults.set({
      name: 'database-fail',
      match: { collection: 'appointments', action: 'database.insertDocument' },
      times: 1,
    });
    expect(refusal(await book(hospital, patient, SESSION, tap))).toBe('FAULT');
    await hospital.cloud.clock.advance(10 * 60_000 + 5_000);
    const [answer] = await Promise.all([
      book(hospital, patient, SESSION, tap),
      hospital.cloud.timers.runNow('booking-expire-holds'),
    ]);
    expect(refusal(answer)).toBe('ACCEPTED');
    await expectInvariants(hospital);
    await hospital.pass(12);
    await expectInvariants(hospital);
  });

  test('twice at once with one request id is one appointment', async () => {
    const tap = { start: '10:30', requestId: newRequest() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => book(hospital, patient, SESSION, tap)));
    const ids = answers.map((answer) => accepted(answer).appointmentId);
    expect(new Set(ids).size).toBe(1);
    await expectInvariants(hospital);
    await hospital.pass(11);
  });
});

describe('two parents who book their child at once', () => {
  const parent = async (openid: string): Promise<PatientUnderTest> => {
    await agreeAndVerify(hospital, openid, '19900094010');
    const bound = await hospital.ask(openid, 'identity', 'bindPatient', {
      requestId: newRequest(),
      name: '试验童',
      identityNumber: inventIdentityNumber(401, '20180301'),
      relationship: 'child',
      visitedBefore: false,
    });
    return { openid, patientId: accepted(bound).patient.patientId };
  };

  test('get one appointment, and the other one is told why', async () => {
    const [mother, father] = await Promise.all([parent('oMother'), parent('oFather')]);
    expect(mother.patientId).toBe(father.patientId);
    const answers = await Promise.all([
      book(hospital, mother, SESSION, '09:00'),
      book(hospital, father, SESSION, '09:30'),
    ]);
    expect(answers.map(refusal).sort()).toEqual(['ACCEPTED', 'ALREADY_BOOKED_WITH_DOCTOR']);
    const all = await documentsOf<AppointmentRecord>(hospital.cloud, 'appointments');
    expect(all.filter(({ patientId }) => patientId === mother.patientId)).toHaveLength(1);
    await expectInvariants(hospital);
  });
});
