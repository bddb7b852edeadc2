import { describe, expect, test } from '@jest/globals';
import { loadHospital } from '../../../scripts/hospital/load';
import type { HospitalFolder } from '../../../scripts/hospital/types';
import { loadEdited, TINY } from './broken-folder';

function tiny(): HospitalFolder {
  const loaded = loadHospital(TINY);
  if (!loaded.ok) throw new Error('the tiny hospital has faults');
  return loaded.hospital;
}

describe('what a folder becomes', () => {
  test('plain JSON: nothing is lost by writing and reading it', () => {
    expect(JSON.parse(JSON.stringify(tiny()))).toEqual(tiny());
  });

  test('a schedule is complete: fee, share, pools and slot length are filled in', () => {
    expect(tiny().schedules[2]).toEqual({
      id: 'dr-lu_pm_1357_2024-01-01',
      practitionerId: 'dr-lu',
      clinicId: 'family-general',
      weekdays: [1, 3, 5, 7],
      halfDay: 'pm',
      start: '14:00',
      end: '17:00',
      capacity: 20,
      place: '1 楼 3 诊室',
      taken: 9,
      effectiveFrom: '2024-01-01',
      effectiveTo: null,
      slotLengths: [{ from: '2020-01-01', minutes: 30 }],
      feeFen: 1200,
      onlineSharePercent: 45,
      pools: { online: 9, window: 9, reserved: [{ pool: 'referral', seats: 2 }] },
      opensOnHolidays: false,
    });
  });

  test("a clinic's own fee, also 0, replaces the doctor's", () => {
    const fees = tiny().schedules.map(({ clinicId, feeFen }) => [clinicId, feeFen]);
    expect(fees).toContainEqual(['family-advice', 0]);
    expect(fees).toContainEqual(['family-general', 600]);
  });

  test('every pool of a session adds up to its capacity', () => {
    for (const { pools, capacity } of tiny().schedules) {
      const reserved = pools.reserved.reduce((sum, { seats }) => sum + seats, 0);
      expect(pools.online + pools.window + reserved).toBe(capacity);
    }
  });

  test('pinyin is joined and gives the initials', () => {
    expect(tiny().clinics[1]).toMatchObject({ pinyin: 'jiankangzixun', initials: 'jkzx' });
    expect(tiny().practitioners[1]).toMatchObject({ pinyin: 'luyizhou', initials: 'lyz', initial: '鲁' });
  });

  test('the texts of a clinic carry an id and a version', () => {
    expect(tiny().clinics[0]).toMatchObject({
      prerequisites: null,
      preparation: { id: 'family-general-preparation', version: '2026-a', text: '请带医保卡和病历本。' },
    });
  });

  test("a clause shows the rule pack's own numbers", () => {
    const clause = tiny().rulePack.clauses.find(({ id }) => id === 'cool-down');
    expect(clause).toEqual({ id: 'cool-down', version: '2026-a', text: '2 次占号不付款，30 分钟后再约。' });
  });

  test('birth date and gender follow from the identity number', () => {
    expect(tiny().registeredPersons).toEqual([
      {
        name: '石青岚',
        identityNumber: '990020197003030210',
        birthDate: '1970-03-03',
        gender: 'male',
        phone: '19900000101',
        outpatientNumbers: [{ number: 'SW000417', lastVisit: '2025-02-11' }],
      },
    ]);
  });

  test('a template keeps only the slot lengths of its own time', () => {
    const lengths = (effectiveTo: string): unknown => {
      const loaded = loadEdited(
        {
          file: 'rule-pack.json',
          from: '{ "from": "2020-01-01", "minutes": 30 }',
          to: '{ "from": "2010-01-01", "minutes": 120 }, { "from": "2020-06-01", "minutes": 60 }, { "from": "2024-06-01", "minutes": 30 }',
        },
        { file: 'schedules.tsv', from: '2\t\t2024-01-01\t', to: `2\t60\t2024-01-01\t` },
        { file: 'schedules.tsv', from: '0\t\t2024-01-01\t', to: `0\t\t2020-01-01\t${effectiveTo}` },
        { file: 'schedules.tsv', from: '9\t\t2024-01-01\t', to: `9\t\t2024-01-01\t${effectiveTo}` },
      );
      return loaded.ok
        ? loaded.hospital.schedules.slice(0, 2).map(({ slotLengths }) => slotLengths)
        : loaded.faults;
    };
    expect(lengths('2024-05-31')).toEqual([
      [{ from: '2024-01-01', minutes: 60 }],
      [
        { from: '2010-01-01', minutes: 120 },
        { from: '2020-06-01', minutes: 60 },
      ],
    ]);
  });
});
