import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { StoredPart } from '../../../cloudfunctions/_store/hospital-parts';
import type { PatientRecord } from '../../../cloudfunctions/_store/patients';
import type { Session } from '../../../cloudfunctions/_store/sessions';
import { loadHospital } from '../../../scripts/hospital/load';
import type { HospitalFolder } from '../../../scripts/hospital/types';
import { openHospital } from '../../../scripts/start/open-hospital';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, TINY, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import { book, boundPatient } from '../patient-under-test';
import { accepted, cancel, held, refusal, seen } from '../visit-under-test';

jest.setTimeout(120_000);

const tiny = (): HospitalFolder => {
  const loaded = loadHospital(TINY);
  if (!loaded.ok) throw new Error('The hospital does not load');
  return loaded.hospital;
};

const without = (practitionerId: string, folder = tiny()): HospitalFolder => ({
  ...folder,
  contentHash: 'e'.repeat(64),
  practitioners: folder.practitioners.filter(({ id }) => id !== practitionerId),
  schedules: folder.schedules.filter((schedule) => schedule.practitionerId !== practitionerId),
});

describe('another folder under existing bookings', () => {
  let hospital: HospitalUnderTest;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
  });
  afterAll(() => hospital.close());

  const sessionsOf = async (practitionerId: string) =>
    (await documentsOf<Session>(hospital.cloud, 'sessions')).filter(
      (one) => one.practitionerId === practitionerId,
    );

  test('is refused by the name of a doctor who still expects patients, and nothing changes', async () => {
    const patient = await boundPatient(hospital, 1);
    const { appointmentId } = await held(hospital, patient, 'dr-tian_2026-03-11_am', '09:00');
    const before = await documentsOf(hospital.cloud, 'catalogue');
    await expect(openHospital(hospital.cloud, without('dr-tian'))).rejects.toThrow('田禾 (1)');
    expect(await documentsOf(hospital.cloud, 'catalogue')).toEqual(before);
    expect((await sessionsOf('dr-tian')).every(({ status }) => status === 'open')).toBe(true);
    accepted(await cancel(hospital, patient, appointmentId, 'UNPAID'));
    await expectInvariants(hospital);
  });

  test('takes the sessions of a removed doctor off sale, in lists and for taps', async () => {
    await openHospital(hospital.cloud, without('dr-lu'));
    await hospital.cloud.clock.advance(11_000);
    expect((await sessionsOf('dr-lu')).every(({ status }) => status === 'stopped')).toBe(true);
    const patient = await boundPatient(hospital, 2);
    expect(refusal(await book(hospital, patient, 'dr-lu_2026-03-14_am', '09:00'))).toBe('SESSION_STOPPED');
    const list = accepted(
      await hospital.ask(patient.openid, 'booking', 'listDoctors', {
        clinicId: 'family-general',
        day: '2026-03-14' as never,
      }),
    );
    expect(list.map(({ practitionerId }) => practitionerId)).toEqual([]);
    expect(
      refusal(await hospital.ask(patient.openid, 'catalog', 'getPractitioner', { practitionerId: 'dr-lu' })),
    ).toBe('NOT_FOUND');
  });

  test('keeps ids, so that what was booked under the old one stays what it was', async () => {
    const patient = await boundPatient(hospital, 3);
    const before = await held(hospital, patient, 'dr-tian_2026-03-12_am', '09:00');
    const folder = tiny();
    const renamed = folder.practitioners.map((one) =>
      one.id === 'dr-tian' ? { ...one, title: '主任医师', feeFen: 9900 as never } : one,
    );
    await openHospital(hospital.cloud, { ...folder, practitioners: renamed, contentHash: 'f'.repeat(64) });
    await hospital.cloud.clock.advance(11_000);
    expect(await seen(hospital, patient, before.appointmentId)).toMatchObject({
      feeFen: 600,
      queueNumber: before.queueNumber,
      practitionerTitle: '主治医师',
    });
    await hospital.pass(12);
    await expectInvariants(hospital);
  });

  test('is taken over as it is once more without any change', async () => {
    const before = await Promise.all(
      ['catalogue', 'sessions', 'patients'].map((name) => documentsOf(hospital.cloud, name)),
    );
    const folder = tiny();
    await openHospital(hospital.cloud, { ...folder, contentHash: 'f'.repeat(64) });
    const after = await Promise.all(
      ['catalogue', 'sessions', 'patients'].map((name) => documentsOf(hospital.cloud, name)),
    );
    expect(after).toEqual(before);
  });

  test.each([
    {},
    { hospital: null },
    { hospital: { contentHash: 'x' }, registeredPersons: [] },
    { hospital: { contentHash: 'a'.repeat(64), practitioners: [] }, registeredPersons: [] },
    { parts: { 'no name!': { contentHash: 'a'.repeat(64), content: [] } } },
    { parts: { huge: { contentHash: 'a'.repeat(64), content: 'x'.repeat(1_000_001) } } },
  ])('that is no hospital leaves the old one: %j', async (data) => {
    const before = await documentsOf(hospital.cloud, 'catalogue');
    const { result } = await hospital.cloud.invoke({
      name: 'catalog-import-hospital',
      source: 'console',
      data,
    });
    expect(result).toMatchObject({ ok: false, error: 'INVALID_HOSPITAL' });
    expect(await documentsOf(hospital.cloud, 'catalogue')).toEqual(before);
  });

  test('brings its further parts, replaces them and empties those it does without', async () => {
    const folder = tiny();
    const give = (content: unknown, hash: string) =>
      openHospital(hospital.cloud, {
        ...folder,
        parts: { hymns: { contentHash: hash.repeat(64), content } },
      });
    const stored = async () =>
      (await documentsOf<StoredPart>(hospital.cloud, 'hospital-parts')).find(({ _id }) => _id === 'hymns');
    await give({ first: ['one', 'two'] }, 'a');
    expect(await stored()).toMatchObject({ content: { first: ['one', 'two'] } });
    await give({ second: [] }, 'b');
    expect((await stored())?.content).toEqual({ second: [] });
    const before = await stored();
    await give({ second: [] }, 'b');
    expect(await stored()).toEqual(before);
    await give(null, 'c');
    expect((await stored())?.content).toBeNull();
  });

  test('does not enter a person of the register twice', async () => {
    const patients = await documentsOf<PatientRecord>(hospital.cloud, 'patients');
    const numbers = patients.flatMap(({ outpatientNumbers }) =>
      outpatientNumbers.map(({ number }) => number),
    );
    expect(numbers.filter((number) => number === 'SW000417')).toHaveLength(1);
  });
});
