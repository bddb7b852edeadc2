import { describe, expect, test } from '@jest/globals';
import { calendarDay, clockTime } from '../../../../core/domain/calendar-day';
import { ARRIVED } from '../../../../core/domain/visit/encounter';
import { orderQueue, type Waiting } from '../../../../core/domain/visit/queue';
import { yetToCome } from '../../../../core/domain/visit/yet-to-come';
import { at, queueRules } from './queue-rules-under-test';

const day = calendarDay('2026-03-10');
const mine: Waiting = {
  encounterId: 'mine',
  queueNumber: 9,
  day,
  start: clockTime('09:30'),
  end: clockTime('10:00'),
  arrivedAt: at('08:00'),
  priority: 'none',
  again: ARRIVED.again,
};
const booked = (encounterId: string, queueNumber: number, start: string, end: string) => ({
  encounterId,
  queueNumber,
  start: clockTime(start),
  end: clockTime(end),
});
const EVERYBODY = [
  booked('earlier', 1, '08:30', '09:00'),
  booked('smaller', 8, '09:30', '10:00'),
  booked('mine', 9, '09:30', '10:00'),
  booked('greater', 10, '09:30', '10:00'),
  booked('later', 11, '10:00', '10:30'),
];

const count = (change: Partial<Waiting>, entered: readonly string[], time: string): number => {
  const [standing] = orderQueue([{ ...mine, ...change }], [], queueRules);
  if (!standing) throw new Error('nobody');
  return yetToCome(standing, EVERYBODY, new Set(['mine', ...entered]), { day, now: at(time) });
};

describe('those who may still come first', () => {
  test.each([
    ['an earlier half-hour and a smaller number', {}, [], '08:00', 2],
    ['who has checked in is counted elsewhere', {}, ['earlier'], '08:00', 1],
    ['who missed the half-hour does not go first', {}, [], '09:00', 1],
    [
      'nobody before who waits anew',
      { again: { behind: 1, since: 0, because: 'passed' } as const },
      [],
      '08:00',
      0,
    ],
  ] as const)('%s', (...row) => {
    const [, change, entered, time, expected] = row;
    expect(count(change, entered, time)).toBe(expected);
  });
});
