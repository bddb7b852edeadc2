import { describe, expect, test } from '@jest/globals';
import { parseCron } from '../../../../local/cloud/timers/cron';

const china = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);
const show = (instant: number | undefined): string | undefined =>
  instant === undefined
    ? undefined
    : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

describe('a cron expression of seven fields in UTC+8', () => {
  test.each([
    ['every second', '* * * * * * *', '2026-03-10 08:00:00', '2026-03-10 08:00:01'],
    ['every five seconds', '*/5 * * * * * *', '2026-03-10 08:00:03', '2026-03-10 08:00:05'],
    ['the 1st at 2 o’clock', '0 0 2 1 * * *', '2026-03-10 08:00:00', '2026-04-01 02:00:00'],
    ['weekdays at 10:15', '0 15 10 * * MON-FRI *', '2026-03-13 10:15:00', '2026-03-16 10:15:00'],
    ['three hours a day', '0 0 10,14,16 * * * *', '2026-03-10 10:00:00', '2026-03-10 14:00:00'],
    ['every half hour of a span', '0 */30 9-17 * * * *', '2026-03-10 17:30:00', '2026-03-11 09:00:00'],
    ['Wednesday noon', '0 0 12 * * WED *', '2026-03-10 08:00:00', '2026-03-11 12:00:00'],
    ['0 is Sunday', '0 0 12 * * 0 *', '2026-03-10 08:00:00', '2026-03-15 12:00:00'],
    ['names of months in any case', '0 0 0 1 Jan,jul * *', '2026-03-10 08:00:00', '2026-07-01 00:00:00'],
    ['day or weekday when both are given', '0 0 8 20 * TUE *', '2026-03-10 08:00:00', '2026-03-17 08:00:00'],
    ['and the day of these two', '0 0 8 20 * TUE *', '2026-03-17 08:00:00', '2026-03-20 08:00:00'],
    ['the 29th of February', '0 0 0 29 2 * *', '2026-03-10 08:00:00', '2028-02-29 00:00:00'],
    ['a start with a step', '0 5/20 * * * * *', '2026-03-10 08:25:00', '2026-03-10 08:45:00'],
    ['midnight of China, not of Greenwich', '0 0 0 * * * *', '2026-03-10 23:59:59', '2026-03-11 00:00:00'],
    ['one year only', '0 0 0 1 1 * 2030', '2026-03-10 08:00:00', '2030-01-01 00:00:00'],
    [
      'a list of spans, names and single values',
      '0 0 6-7,20 * * SAT,MON-TUE *',
      '2026-03-13 20:00:00',
      '2026-03-14 06:00:00',
    ],
    ['a span with a step', '0 10-50/20 * * * * *', '2026-03-10 08:10:00', '2026-03-10 08:30:00'],
    [
      'a step of the day beside a weekday: either is enough',
      '0 0 0 */10 * TUE *',
      '2026-03-10 08:00:00',
      '2026-03-11 00:00:00',
    ],
    ['a span of years', '0 0 0 1 1 * 2028-2029', '2026-03-10 08:00:00', '2028-01-01 00:00:00'],
    ['the last second of a year', '59 59 23 31 12 * *', '2026-03-10 08:00:00', '2026-12-31 23:59:59'],
    ['strictly after the instant', '0 0 8 * * * *', '2026-03-10 08:00:00', '2026-03-11 08:00:00'],
  ])('%s: %s', (_, expression, after, next) => {
    expect(show(parseCron(expression).next(china(after)))).toBe(next);
  });

  test('that lies in the past has no next time', () => {
    expect(parseCron('0 0 0 1 1 * 2020').next(china('2026-03-10 08:00:00'))).toBeUndefined();
  });

  test('that can never come is found out without end', () => {
    expect(parseCron('0 0 0 31 2 * *').next(china('2026-03-10 08:00:00'))).toBeUndefined();
  });

  test.each([
    '0 0 2 * * *',
    '60 * * * * * *',
    '* * 24 * * * *',
    '* * * 0 * * *',
    '* * * * 13 * *',
    '* * * * * 7 *',
    '5-1 * * * * * *',
    '*/0 * * * * * *',
    '*/0x2 * * * * * *',
    '*/+2 * * * * * *',
    '*/ * * * * * *',
    '1/ * * * * * *',
    '-5 * * * * * *',
    '1e1 * * * * * *',
    '* * * JAN * * *',
    '* * * * MON * *',
    '* * ? * * * *',
    '* * * L * * *',
    '* * * * * * 2100',
    '',
    'x * * * * * *',
    '1,,2 * * * * * *',
    '1-2-3 * * * * * *',
    '* * * * * MONDAY *',
  ])('is refused when it is wrong: %s', (expression) => {
    expect(() => parseCron(expression)).toThrow(/cron/);
  });
});
