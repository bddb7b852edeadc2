import { describe, expect, test } from '@jest/globals';
import type { Clinic, Department } from '@core/contract/catalog';
import { bookable, clinicRows, searchClinics } from '../../../miniprogram/pages/departments/departments.view';
import { withRecent, type RecentDoctor } from '../../../miniprogram/services/appointment/recent-doctors';

const clinic = (clinicId: string, name: string, pinyin: string): Clinic => ({
  clinicId,
  name,
  pinyin,
  initials: pinyin
    .split(' ')
    .map((syllable) => syllable.charAt(0))
    .join(''),
  place: '2 楼',
  isSpecial: false,
  summary: '',
  whoMayBook: null,
  prerequisites: null,
  preparation: null,
});
const department = (name: string, pinyin: string, clinics: readonly Clinic[]): Department => ({
  ...clinic(name, name, pinyin),
  departmentId: name,
  phone: '',
  clinics,
});
const general = clinic('gyn', '妇科普通门诊', 'fu ke pu tong men zhen');
const pac = clinic('pac', '流产后关爱（PAC）咨询门诊', 'liu chan hou guan ai zi xun men zhen');
const skin = clinic('skin', '皮肤门诊', 'pi fu men zhen');
const hospital = [
  department('妇科', 'fu ke', [pac, general]),
  department('皮肤科', 'pi fu ke', [skin]),
  department('药学部', 'yao xue bu', []),
];
const found = (typed: string): string[] => searchClinics(hospital, typed).map(({ clinicId }) => clinicId);

describe('searching a clinic', () => {
  test('finds it by its name, its pinyin with or without spaces, and its initials', () => {
    expect(found('咨询')).toEqual(['pac']);
    expect(found('pi fu men')).toEqual(['skin']);
    expect(found('PIFUMEN')).toEqual(['skin']);
    expect(found('pfmz')).toEqual(['skin']);
    expect(found('(pac)')).toEqual(['pac']);
  });

  test('finds all clinics of a department, those with the name itself first', () => {
    expect(found('妇科')).toEqual(['gyn', 'pac']);
    expect(found('fk')).toEqual(['gyn', 'pac', 'skin']);
  });

  test('finds nothing for nothing and for nonsense', () => {
    expect(found('  ')).toEqual([]);
    expect(found('xyzzy')).toEqual([]);
  });
});

describe('the list of departments', () => {
  test('leaves out departments where nothing can be booked', () => {
    expect(bookable(hospital).map(({ name }) => name)).toEqual(['妇科', '皮肤科']);
    expect(clinicRows(undefined)).toEqual([]);
  });
});

describe('recent doctors', () => {
  const doctor = (practitionerId: string): RecentDoctor => ({
    practitionerId,
    name: '林一木',
    initial: '林',
    title: '主任医师',
    clinicId: 'gyn',
    clinicName: '妇科普通门诊',
  });

  test('stand once each, the latest first, and only a few', () => {
    const kept = ['a', 'b', 'c', 'd', 'b', 'e'].reduce<readonly RecentDoctor[]>(
      (before, id) => withRecent(before, doctor(id)),
      [],
    );
    expect(kept.map(({ practitionerId }) => practitionerId)).toEqual(['e', 'b', 'd', 'c']);
  });
});
