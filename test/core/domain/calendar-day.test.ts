import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  ageOn,
  calendarDay,
  clockTime,
  DAY_MS,
  dayOf,
  daysBetween,
  instantAt,
  isCalendarDay,
  isClockTime,
  minutesOf,
  startOfDay,
  timeAtMinute,
  timeOf,
  weekdayOf,
} from '@core/domain/calendar-day';

describe('calendar days', () => {
  test.each(['2026-03-10', '2024-02-29', '2000-02-29', '2026-12-31', '0990-01-01'])('%s is a day', (text) => {
    expect(isCalendarDay(text)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-03-00',
    '2026-3-10',
    '20260310',
    '2026-03-10T00:00',
    ' 2026-03-10',
    '2026-03-10\n',
    '',
  ])('%p is no day', (text) => {
    expect(isCalendarDay(text)).toBe(false);
    expect(() => calendarDay(text)).toThrow(RangeError);
  });

  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2024-02-29', 365, '2025-02-28'],
    ['2026-01-31', 1, '2026-02-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-10', 0, '2026-03-10'],
  ])('%s and %d days is %s', (day, days, expected) => {
    expect(addDays(calendarDay(day), days)).toBe(expected);
  });

  test('the days between are what must be added', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        const from = calendarDay('2024-02-29');
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test.each([
    ['2026-03-09', 1],
    ['2026-03-10', 2],
    ['2026-03-15', 7],
    ['2024-02-29', 4],
    ['1970-01-01', 4],
    ['1969-12-27', 6],
    ['1949-10-01', 6],
  ])('%s is weekday %d', (day, weekday) => {
    expect(weekdayOf(calendarDay(day))).toBe(weekday);
  });
});

describe('instants in Shanghai', () => {
  test.each([
    ['2026-03-09T15:59:59.999Z', '2026-03-09', '23:59'],
    ['2026-03-09T16:00:00.000Z', '2026-03-10', '00:00'],
    ['2026-02-28T16:00:00.000Z', '2026-03-01', '00:00'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29', '00:00'],
    // A day on which clocks in Los Angeles skip an hour.
    ['2026-03-08T10:30:00.000Z', '2026-03-08', '18:30'],
  ])('at %s it is %s %s', (utc, day, time) => {
    const instant = Date.parse(utc);
    expect(dayOf(instant)).toBe(day);
    expect(timeOf(instant)).toBe(time);
  });

  test('a day begins at its midnight and lasts twenty-four hours, all year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const day = addDays(calendarDay('2000-01-01'), days);
        const start = startOfDay(day);
        expect(start).toBe(instantAt(day, clockTime('00:00')));
        expect(dayOf(start)).toBe(day);
        expect(dayOf(start - 1)).toBe(addDays(day, -1));
        expect(startOfDay(addDays(day, 1)) - start).toBe(DAY_MS);
      }),
    );
  });
});

describe('clock times', () => {
  test.each(['00:00', '08:30', '19:05', '23:59'])('%s is a time', (text) => {
    expect(isClockTime(text)).toBe(true);
    expect(timeAtMinute(minutesOf(clockTime(text)))).toBe(text);
  });

  test.each(['24:00', '8:30', '08:60', '08:3', '08:30:00', '', '08:30\n'])('%p is no time', (text) => {
    expect(isClockTime(text)).toBe(false);
    expect(() => clockTime(text)).toThrow(RangeError);
  });

  test('there is no time after 23:59', () => {
    expect(() => timeAtMinute(1440)).toThrow(RangeError);
  });
});

describe('age', () => {
  test.each([
    ['2012-03-11', '2026-03-10', 13],
    ['2012-03-10', '2026-03-10', 14],
    ['2012-03-09', '2026-03-10', 14],
    ['2026-03-10', '2026-03-10', 0],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2012-02-29', '2024-02-29', 12],
    ['2011-12-31', '2026-01-01', 14],
  ])('born on %s, on %s one is %d', (born, on, years) => {
    expect(ageOn(calendarDay(born), calendarDay(on))).toBe(years);
  });
});
