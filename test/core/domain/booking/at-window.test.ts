import { describe, expect, test } from '@jest/globals';
import { addDays, calendarDay, clockTime, instantAt } from '@core/domain/calendar-day';
import { fen } from '@core/domain/money';
import type { AppointmentState } from '@core/domain/booking/appointment';
import { decideAtWindow } from '@core/domain/booking/at-window';

const DAY = calendarDay('2026-03-10');
const policy = { policy: 'A', days: 3, countVisitDayAsFirst: false } as const;
const booked: AppointmentState = {
  status: 'booked',
  endedBy: null,
  payment: 'paid',
  feeFen: fen(2500),
  holdExpiresAt: null,
  day: DAY,
  start: clockTime('09:00'),
  end: clockTime('09:30'),
  refund: null,
};
const on = (offset: number, state: Partial<AppointmentState>) =>
  decideAtWindow({ ...booked, ...state }, policy, instantAt(addDays(DAY, offset), clockTime('12:00')));

describe('a registration at the window', () => {
  test.each([
    ['before the day', -1, {}, 'A1', 'automatic'],
    ['on the day', 0, {}, 'A2', 'window'],
    ['after it', 3, {}, 'A3', 'window'],
    ['too late', 4, {}, 'A4', 'refused'],
    ['of one who was seen', 0, { attendance: 'seen' }, 'A5', 'refused'],
    ['of one who has only arrived', 0, { attendance: 'arrived' }, 'A2', 'window'],
    ['with a paper', -1, { invoicePrinted: true }, 'A6', 'window'],
    ['paid in cash', -1, { paidInCash: true }, 'A7', 'window'],
    [
      'in cash, its doctor stopped',
      9,
      { status: 'cancelled', endedBy: 'hospital', paidInCash: true },
      'A9',
      'window',
    ],
    [
      'in cash, without a seat',
      9,
      { status: 'cancelled', endedBy: 'no-seat', paidInCash: true },
      'A12',
      'window',
    ],
  ] as const)('%s', (_title, offset, state, ...expected) => {
    const [rule, outcome] = expected;
    expect(on(offset, state)).toMatchObject({ rule, outcome });
  });

  test('changes its rule with the minute in which a day of the hospital begins', () => {
    const at = (offset: number, before: number) =>
      decideAtWindow(booked, policy, instantAt(addDays(DAY, offset), clockTime('00:00')) - before)?.rule;
    expect([at(0, 1), at(0, 0)]).toEqual(['A1', 'A2']);
    expect([at(1, 1), at(1, 0)]).toEqual(['A2', 'A3']);
    expect([at(4, 1), at(4, 0)]).toEqual(['A3', 'A4']);
    const printed = { ...booked, invoicePrinted: true };
    const paper = (before: number) =>
      decideAtWindow(printed, policy, instantAt(addDays(DAY, 4), clockTime('00:00')) - before)?.rule;
    expect([paper(1), paper(0)]).toEqual(['A6', 'A4']);
  });

  test.each([
    ['nothing was paid', { status: 'pending', payment: 'waiting' }],
    ['it is free', { payment: 'none' }],
    ['it was asked back before', { refund: { amountFen: fen(2500) } }],
    ['it is just ending', { status: 'closing' }],
  ] as const)('has nothing to give back where %s', (_title, state) => {
    expect(on(0, state)).toBeNull();
  });
});
