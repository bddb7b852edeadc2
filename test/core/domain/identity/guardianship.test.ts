import { expect, test } from '@jest/globals';
import { calendarDay } from '@core/domain/calendar-day';
import { guardianshipHolds } from '@core/domain/identity/guardianship';

test('a guardian acts for a child until the day of the birthday', () => {
  const born = calendarDay('2012-03-10');
  expect(guardianshipHolds(born, calendarDay('2026-03-09'), 14)).toBe(true);
  expect(guardianshipHolds(born, calendarDay('2026-03-10'), 14)).toBe(false);
});
