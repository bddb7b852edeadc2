import { describe, expect, test } from '@jest/globals';
import type { Suggestion } from '@core/domain/triage/guide';
import { mayCome, offersOf, type GuideClinic, type HospitalRoutes } from '@core/domain/triage/offers';
import { UNKNOWN_SUBJECT, type Subject } from '@core/domain/triage/subject';

const clinic = (clinicId: string, rule: Partial<GuideClinic> = {}): GuideClinic => ({
  clinicId,
  name: `${clinicId} 门诊`,
  departmentName: '科',
  place: '一楼',
  minAgeYears: null,
  maxAgeYears: null,
  gender: null,
  ...rule,
});

const routes: HospitalRoutes = {
  clinics: [
    clinic('women', { gender: 'female', minAgeYears: 14 }),
    clinic('women-from-40', { gender: 'female', minAgeYears: 40 }),
    clinic('children', { maxAgeYears: 17 }),
  ],
  routes: [
    { specialtyId: 'gynecology', clinicIds: ['women'], elsewhere: '', place: '' },
    { specialtyId: 'gyn-menopause', clinicIds: ['women-from-40', 'women'], elsewhere: '', place: '' },
    { specialtyId: 'pediatrics', clinicIds: ['children'], elsewhere: '', place: '' },
    { specialtyId: 'cardiology', clinicIds: [], elsewhere: '综合医院的心血管内科', place: '' },
  ],
};

const suggestion = (specialtyId: string, partIds: readonly string[] = []): Suggestion => ({
  specialtyId,
  name: specialtyId,
  score: 5,
  partIds,
  because: [],
});

const woman = (years: number): [Subject, number] => [
  { stage: 'adult', sex: 'female', pregnancy: 'none' },
  years,
];

const offered = (suggestions: readonly Suggestion[], subject: Subject, years: number | null = null) =>
  offersOf(suggestions, routes, subject, years).map(
    ({ clinic: found, elsewhere }) => found?.clinicId ?? elsewhere,
  );

describe('the hospital answers', () => {
  test('with the clinic of the fitting part, where the person may come', () => {
    const menopause = [suggestion('gynecology', ['gyn-menopause'])];
    expect(offered(menopause, ...woman(50))).toEqual(['women-from-40']);
    expect(offered(menopause, ...woman(30))).toEqual(['women']);
  });

  test('with what it has first, and where else to go for the rest', () => {
    expect(offered([suggestion('cardiology'), suggestion('gynecology')], ...woman(30))).toEqual([
      'women',
      '综合医院的心血管内科',
    ]);
  });

  test('with no clinic that would refuse the person', () => {
    const man: Subject = { stage: 'adult', sex: 'male', pregnancy: 'none' };
    expect(offered([suggestion('gynecology'), suggestion('pediatrics')], man)).toEqual(['', '']);
    expect(mayCome(clinic('c', { maxAgeYears: 6 }), UNKNOWN_SUBJECT, 7)).toBe(false);
    expect(mayCome(clinic('c', { maxAgeYears: 6 }), { ...UNKNOWN_SUBJECT, stage: 'child' }, null)).toBe(true);
  });

  test('naming a clinic once', () => {
    const both = [suggestion('gynecology'), suggestion('gynecology', ['gyn-menopause'])];
    expect(offered(both, ...woman(30))).toEqual(['women', '']);
  });
});
