import { describe, expect, test } from '@jest/globals';
import { standingOf, type BillStanding } from '../../../../core/domain/billing/bill-validity';
import { calendarDay, startOfDay } from '../../../../core/domain/calendar-day';

const day = calendarDay('2026-03-10');
const MIDNIGHT = startOfDay(calendarDay('2026-03-14'));

describe('a bill', () => {
  test.each<
    readonly [string, { state: 'due' | 'paid' | 'void'; payDays: number; now: number }, BillStanding]
  >([
    ['can be paid through its last day', { state: 'due', payDays: 3, now: MIDNIGHT - 1 }, 'due'],
    ['lapses at the midnight after it', { state: 'due', payDays: 3, now: MIDNIGHT }, 'lapsed'],
    ['of no further day ends with the visit’s', { state: 'due', payDays: 0, now: MIDNIGHT }, 'lapsed'],
    ['stays paid', { state: 'paid', payDays: 3, now: MIDNIGHT }, 'paid'],
    ['that was taken back never lapses', { state: 'void', payDays: 3, now: MIDNIGHT }, 'void'],
  ])('%s', (_words, { state, payDays, now }, expected) => {
    expect(standingOf({ state, day }, payDays, now)).toBe(expected);
  });
});
