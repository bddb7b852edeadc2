import { describe, expect, test } from '@jest/globals';
import {
  ADMISSION_STATES,
  isOpenAdmission,
  nextAdmission,
  type AdmissionState,
} from '@core/domain/clinic/admission';

const step = (from: AdmissionState, to: AdmissionState, bed: string | null = '12 床'): string => {
  const next = nextAdmission(from, to, bed);
  return next.ok ? next.value : next.error;
};

describe('the way to a bed', () => {
  test.each<[AdmissionState, AdmissionState, string]>([
    ['requested', 'bed-waiting', 'bed-waiting'],
    ['requested', 'admitted', 'admitted'],
    ['requested', 'cancelled', 'cancelled'],
    ['bed-waiting', 'admitted', 'admitted'],
    ['bed-waiting', 'cancelled', 'cancelled'],
    ['bed-waiting', 'requested', 'ADMISSION_ENDED'],
    ['admitted', 'cancelled', 'ADMISSION_ENDED'],
    ['cancelled', 'admitted', 'ADMISSION_ENDED'],
    ['admitted', 'admitted', 'admitted'],
  ])('%s → %s is %s', (from, to, expected) => {
    expect(step(from, to)).toBe(expected);
  });

  test('ends in a bed that has a name', () => {
    expect(step('bed-waiting', 'admitted', null)).toBe('BED_MISSING');
    expect(step('requested', 'bed-waiting', null)).toBe('bed-waiting');
  });

  test('is open until it has ended one way or the other', () => {
    expect(ADMISSION_STATES.filter(isOpenAdmission)).toEqual(['requested', 'bed-waiting']);
  });
});
