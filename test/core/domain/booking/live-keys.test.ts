import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay, clockTime, timeAtMinute } from '@core/domain/calendar-day';
import { liveKeys, overlaps, sameDoctorAndDay, type Visit } from '@core/domain/booking/live-keys';

const visit = (start: string, end: string, more: Partial<Visit> = {}): Visit => ({
  patientId: 'p1',
  practitionerId: 'd1',
  day: calendarDay('2026-03-10'),
  start: clockTime(start),
  end: clockTime(end),
  ...more,
});

describe('live keys', () => {
  test('are one for patient, doctor and day, and one for each half-hour', () => {
    expect(liveKeys(visit('09:00', '10:00'))).toEqual([
      'p1#2026-03-10#d1',
      'p1#2026-03-10#09:00',
      'p1#2026-03-10#09:30',
    ]);
  });

  test('of visits that only touch each other are different', () => {
    const [a, b] = [visit('09:00', '09:30'), visit('09:30', '10:00', { practitionerId: 'd2' })];
    expect(overlaps(a, b)).toBe(false);
    expect(liveKeys(a).filter((key) => liveKeys(b).includes(key))).toEqual([]);
  });

  test('are shared exactly by visits that may not both live', () => {
    const anyVisit = fc
      .record({
        patientId: fc.constantFrom('p1', 'p2'),
        practitionerId: fc.constantFrom('d1', 'd2'),
        day: fc.constantFrom(calendarDay('2026-03-10'), calendarDay('2026-03-11')),
        first: fc.integer({ min: 16, max: 30 }),
        cells: fc.integer({ min: 1, max: 4 }),
      })
      .map(({ first, cells, ...who }): Visit => {
        return { ...who, start: timeAtMinute(first * 30), end: timeAtMinute((first + cells) * 30) };
      });
    fc.assert(
      fc.property(anyVisit, anyVisit, (a, b) => {
        const shared = liveKeys(a).some((key) => liveKeys(b).includes(key));
        expect(shared).toBe(overlaps(a, b) || sameDoctorAndDay(a, b));
      }),
      { numRuns: 500 },
    );
  });
});
