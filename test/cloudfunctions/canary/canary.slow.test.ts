import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Buffer } from 'node:buffer';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CalendarDay } from '@core/domain/calendar-day';
import { insertDocuments } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { agreeAndVerify, newRequest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { cancel, held, pay, refusal } from '../visit-under-test';
import { canary, findCanaries } from './canaries';

jest.setTimeout(120_000);

const PEOPLE = Array.from({ length: 400 }, (_, serial) => canary(serial));
const SESSION = 'dr-tian_2026-03-12_am';

const filesIn = (directory: string): string[] =>
  readdirSync(directory, { recursive: true })
    .map((name) => path.join(directory, String(name)))
    .filter((file) => statSync(file).isFile());

describe('names, identity numbers and phones', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'yilutong-canaries-'));
  let hospital: HospitalUnderTest;
  let lines = '';

  beforeAll(async () => {
    hospital = await openHospitalUnderTest({
      dataDir,
      change: (folder) => ({
        ...folder,
        registeredPersons: PEOPLE.slice(0, 390).map((person, serial) => ({
          ...person,
          birthDate: '1970-02-03' as CalendarDay,
          gender: 'female' as const,
          outpatientNumbers: [{ number: `YX7${String(serial).padStart(7, '0')}`, lastVisit: null }],
        })),
      }),
    });
    for (const serial of [0, 1, 395]) await live(serial);
    lines = JSON.stringify(hospital.cloud.host.logs().map((record) => record.lines));
  });
  afterAll(async () => {
    await hospital.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** A person's way through the service, with the slips that people make and the failures that happen. */
  async function live(serial: number): Promise<void> {
    const person = PEOPLE[serial];
    if (!person) throw new Error('No such person');
    const openid = `oCanary_${String(serial)}`;
    await agreeAndVerify(hospital, openid, person.phone);
    const bind = (change: object) =>
      hospital.ask(openid, 'identity', 'bindPatient', {
        requestId: newRequest(),
        name: person.name,
        identityNumber: person.identityNumber,
        relationship: 'self',
        visitedBefore: serial < 390,
        ...change,
      });
    await bind({ identityNumber: person.identityNumber.replace(/.$/, 'Y') });
    await bind({ name: `${person.name}\n` });
    await bind({ relationship: person.name });
    hospital.cloud.faults.set({ name: 'database-fail', match: { function: 'identity' }, times: 1 });
    await bind({});
    const bound = await bind({});
    if (!bound.ok) throw new Error(`Not bound: ${bound.error}`);
    const patient = { openid, patientId: bound.value.patient.patientId };
    const start = serial < 390 ? `09:${serial % 2 ? '30' : '00'}` : '10:00';
    const { appointmentId } = await held(hospital, patient, SESSION, start);
    await pay(hospital, patient, appointmentId);
    const nurse = await staffMember(hospital, { role: 'nurse' });
    await hospital.ask(nurse, 'booking', 'getAppointment', { appointmentId });
    expect(refusal(await cancel(hospital, patient, appointmentId, 'A1'))).toBe('ACCEPTED');
    await hospital.pass(2);
  }

  test('lie in no file of the database', async () => {
    const found = filesIn(dataDir).flatMap((file) => findCanaries(readFileSync(file), PEOPLE));
    expect(found).toEqual([]);
    // The search itself finds what is there.
    await insertDocuments(hospital.cloud, 'attempts', [{ _id: 'planted', name: PEOPLE[3]?.name }]);
    const planted = filesIn(dataDir).flatMap((file) => findCanaries(readFileSync(file), PEOPLE));
    expect([...new Set(planted)]).toEqual(['name of 3']);
  });

  test('stand in no line that a function logs, and no error', () => {
    expect(lines).toContain('DatabaseError');
    expect(lines.length).toBeGreaterThan(10_000);
    expect(findCanaries(Buffer.from(lines, 'utf8'), PEOPLE)).toEqual([]);
  });

  test('come back masked where somebody else looks, and only then', async () => {
    const answer = await hospital.ask('oCanary_0', 'identity', 'getMe', {});
    expect(findCanaries(Buffer.from(JSON.stringify(answer), 'utf8'), PEOPLE)).toEqual([]);
  });
});
