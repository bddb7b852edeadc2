import { beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { loadHospital } from '../../../scripts/hospital/load';
import type { HospitalFolder, ScheduleTemplate } from '../../../scripts/hospital/types';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
let demo: HospitalFolder;

beforeAll(() => {
  const loaded = loadHospital(join(process.cwd(), 'local/hospital'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  demo = loaded.hospital;
});

const current = (): readonly ScheduleTemplate[] =>
  demo.schedules.filter(({ effectiveTo }) => effectiveTo === null);
const left = ({ pools, taken }: ScheduleTemplate): number => pools.online - taken;

describe('the demo hospital is broad enough', () => {
  test('it has the 11 special clinics, each with who may book, what is needed before, and how to prepare', () => {
    const special = demo.clinics.filter(({ kind }) => kind === 'special');
    expect(special.map(({ id }) => id).sort()).toEqual([
      'child-dental',
      'obgyn-tcm',
      'pac-consultation',
      'ped-sedation',
      'ped-tcm',
      'pharmacy-clinic',
      'postpartum-review',
      'prenatal-ultrasound',
      'radiology-clinic',
      'teleconsultation',
      'wound-care',
    ]);
    for (const clinic of special) {
      expect(clinic.prerequisites?.text).toBeTruthy();
      expect(clinic.preparation?.text).toBeTruthy();
    }
  });

  test('it has 16 departments and 30 doctors or more, every doctor with sessions', () => {
    expect(demo.departments.length).toBeGreaterThanOrEqual(16);
    expect(demo.practitioners.length).toBeGreaterThanOrEqual(30);
    const working = new Set(current().map(({ practitionerId }) => practitionerId));
    expect(demo.practitioners.filter(({ id }) => !working.has(id))).toEqual([]);
  });

  test('it holds the longest real names, a free visit and a clinic without sessions', () => {
    expect(demo.clinics.some(({ name }) => name.length === 20)).toBe(true);
    expect(demo.practitioners.some(({ name }) => /^\p{Script=Han}{2}·\p{Script=Han}{2}$/u.test(name))).toBe(
      true,
    );
    expect(current().some(({ feeFen }) => feeFen === 0)).toBe(true);
    const held = new Set(current().map(({ clinicId }) => clinicId));
    expect(demo.clinics.filter(({ id }) => !held.has(id)).map(({ id }) => id)).toEqual(['stoma-care']);
  });

  test('WeChat can tell whoever agreed of a call to the room: a phone in a pocket polls nothing', () => {
    const templates = demo.parts['message-templates']?.content;
    expect(templates).toMatchObject({
      templates: expect.arrayContaining([expect.objectContaining({ kind: 'called-to-room' })]) as unknown,
    });
  });

  test('some session has 12 slots', () => {
    expect(current().some(({ start, end }) => start === '12:00' && end === '18:00')).toBe(true);
  });
});

describe('the demo hospital always has something to book', () => {
  test.each(WEEKDAYS)('on weekday %i some sessions are full, some nearly, some free', (weekday) => {
    const seats = current()
      .filter(({ weekdays }) => weekdays.includes(weekday))
      .map(left);
    expect(seats).toContain(0);
    expect(seats.some((count) => count === 1 || count === 2)).toBe(true);
    expect(seats.some((count) => count >= 8)).toBe(true);
  });

  test('every department has a seat on at least three weekdays', () => {
    const departmentOf = new Map(demo.clinics.map(({ id, departmentId }) => [id, departmentId]));
    for (const { id } of demo.departments) {
      const days = current()
        .filter((template) => departmentOf.get(template.clinicId) === id && left(template) > 0)
        .flatMap(({ weekdays }) => weekdays);
      expect([id, new Set(days).size >= 3]).toEqual([id, true]);
    }
  });

  test('every day of the week has sessions that are also held on holidays', () => {
    const open = current().filter(({ opensOnHolidays }) => opensOnHolidays);
    expect(new Set(open.flatMap(({ weekdays }) => weekdays)).size).toBe(7);
  });

  test('slots were an hour long before June 2020 and are half an hour since', () => {
    expect(demo.rulePack.slotLengths).toEqual([
      { from: '2000-01-01', minutes: 60 },
      { from: '2020-06-01', minutes: 30 },
    ]);
    const former = demo.schedules.filter(({ effectiveTo }) => effectiveTo === '2020-05-31');
    expect(former.length).toBeGreaterThan(0);
    for (const { slotLengths } of former) expect(slotLengths.map(({ minutes }) => minutes)).toEqual([60]);
    for (const { slotLengths } of current()) expect(slotLengths.map(({ minutes }) => minutes)).toEqual([30]);
  });
});

describe('everyone in the demo hospital is invented', () => {
  test('no identity number has a region code that was ever assigned, no mobile number is in use', () => {
    const people = demo.previewPeople.flatMap(({ details, children }) => [details, ...children]);
    for (const { identityNumber } of [...people, ...demo.registeredPersons])
      expect(identityNumber).toMatch(/^99/);
    const phones = [
      ...demo.previewPeople.map((one) => one.phoneNumber),
      ...demo.registeredPersons.map((one) => one.phone),
    ];
    for (const phone of phones) expect(phone).toMatch(/^1990000\d{4}$/);
  });

  test('a returning patient has three numbers and the phone on file', () => {
    const three = demo.registeredPersons.find(({ outpatientNumbers }) => outpatientNumbers.length === 3);
    const user = demo.previewPeople.find(({ details }) => details.identityNumber === three?.identityNumber);
    expect(user?.phoneNumber).toBe(three?.phone);
  });

  test('another one has changed phones since', () => {
    const moved = demo.previewPeople.filter(({ details, phoneNumber }) =>
      demo.registeredPersons.some(
        (one) => one.identityNumber === details.identityNumber && one.phone !== phoneNumber,
      ),
    );
    expect(moved.map(({ id }) => id)).toEqual(['xu-jiayan']);
  });

  test('names and numbers of a person agree wherever they stand', () => {
    const people = demo.previewPeople.flatMap(({ details, children }) => [details, ...children]);
    for (const { name, identityNumber } of people) {
      const registered = demo.registeredPersons.find((one) => one.identityNumber === identityNumber);
      if (registered !== undefined) expect(registered.name).toBe(name);
    }
    expect(people.some(({ identityNumber }) => identityNumber.endsWith('X'))).toBe(true);
  });
});
