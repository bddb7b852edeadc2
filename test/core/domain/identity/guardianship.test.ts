import { expect, test } from '@jest/globals';
import { addDays, calendarDay, dayOf } from '@core/domain/calendar-day';
import { guardianshipEnds, guardianshipHolds } from '@core/domain/identity/guardianship';
import fc from 'fast-check';

test('a guardian acts for a child until the day of the birthday', () => {
  const born = calendarDay('2012-03-10');
  expect(guardianshipHolds(born, calendarDay('2026-03-09'), 14)).toBe(true);
  expect(guardianshipHolds(born, calendarDay('2026-03-10'), 14)).toBe(false);
});

test('what a guardian allows ends at the very midnight at which the guardian’s own right ends', () => {
  const day = fc.integer({ min: 0, max: 15_000 }).map((days) => addDays(calendarDay('1990-01-01'), days));
  fc.assert(
    fc.property(
      fc.oneof(day, fc.constant(calendarDay('2012-02-29'))),
      fc.integer({ min: 1, max: 18 }),
      (born, years) => {
        const end = guardianshipEnds(born, years);
        expect(guardianshipHolds(born, dayOf(end - 1), years)).toBe(true);
        expect(guardianshipHolds(born, dayOf(end), years)).toBe(false);
      },
    ),
    { numRuns: 100 },
  );
});
