import { describe, expect, test } from '@jest/globals';
import { calendarDay, clockTime, instantAt } from '@core/domain/calendar-day';
import { fen } from '@core/domain/money';
import {
  decideCancellation,
  hasLapsed,
  onPaymentConfirmed,
  type AppointmentState,
} from '@core/domain/booking/appointment';

const DAY = calendarDay('2026-03-10');
const at = (day: string, time: string) => instantAt(calendarDay(day), clockTime(time));
const BEFORE = at('2026-03-09', '12:00');
const POLICY = { policy: 'A', days: 3, countVisitDayAsFirst: false } as const;

const state = (more: Partial<AppointmentState>): AppointmentState => ({
  status: 'pending',
  endedBy: null,
  payment: 'waiting',
  feeFen: fen(600),
  holdExpiresAt: BEFORE + 1000,
  day: DAY,
  start: clockTime('09:00'),
  end: clockTime('09:30'),
  refund: null,
  ...more,
});

const pending = state({});
const closingLapse = state({ status: 'closing', endedBy: 'lapse' });
const closingPatient = state({ status: 'closing', endedBy: 'patient' });
const booked = state({ status: 'booked', payment: 'paid', holdExpiresAt: null });
const free = state({ status: 'booked', payment: 'none', feeFen: fen(0), holdExpiresAt: null });
const lapsed = state({ status: 'cancelled', endedBy: 'lapse' });
const cancelledUnpaid = state({ status: 'cancelled', endedBy: 'patient' });
const cancelledPaid = state({ status: 'cancelled', endedBy: 'patient', payment: 'paid' });
const unseated = state({ status: 'cancelled', endedBy: 'no-seat', payment: 'paid' });

describe('a confirmed payment', () => {
  test.each([
    ['a held seat', pending, 'book'],
    ['a hold that is running out', closingLapse, 'book'],
    ['an appointment that its patient is cancelling', closingPatient, 'refund'],
    ['a lapsed hold', lapsed, 'reseat'],
    ['a cancelled appointment', cancelledUnpaid, 'refund'],
    ['a booked appointment', booked, 'nothing'],
    ['a free visit', free, 'nothing'],
    ['one cancelled after it was paid', cancelledPaid, 'nothing'],
    ['one that was paid and has no seat', unseated, 'nothing'],
  ] as const)('for %s means: %s', (_name, before, outcome) => {
    expect(onPaymentConfirmed(before, BEFORE)).toBe(outcome);
  });

  test.each([pending, closingLapse, lapsed])('after the visit gives all back', (before) => {
    expect(onPaymentConfirmed(before, at('2026-03-10', '09:30') - 1)).not.toBe('refund');
    expect(onPaymentConfirmed(before, at('2026-03-10', '09:30'))).toBe('refund');
  });
});

describe('a hold', () => {
  test('lapses in the millisecond in which it ends, and only while it waits', () => {
    expect(hasLapsed(pending, BEFORE + 999)).toBe(false);
    expect(hasLapsed(pending, BEFORE + 1000)).toBe(true);
    for (const other of [closingLapse, closingPatient, booked, free, lapsed])
      expect(hasLapsed(other, BEFORE + 1e9)).toBe(false);
  });
});

describe('cancelling', () => {
  test.each([closingLapse, closingPatient, lapsed, cancelledUnpaid, cancelledPaid, unseated])(
    'is nothing any more for what is ending or has ended',
    (before) => expect(decideCancellation(before, POLICY, BEFORE)).toBeNull(),
  );

  test.each([pending, free])('costs and gives nothing for what was not paid, until its time', (before) => {
    const last = at('2026-03-10', '09:00') - 1;
    expect(decideCancellation(before, POLICY, BEFORE)).toMatchObject({
      rule: 'UNPAID',
      outcome: 'nothing-paid',
    });
    expect(decideCancellation(before, POLICY, last)).toMatchObject({ rule: 'UNPAID', amountFen: 0 });
    expect(decideCancellation(before, POLICY, last + 1)).toMatchObject({ rule: 'A4', outcome: 'refused' });
  });

  test.each([
    ['2026-03-09', '23:59', 'A1', 'automatic', 600],
    ['2026-03-10', '00:00', 'A2', 'window', 600],
    ['2026-03-10', '23:59', 'A2', 'window', 600],
    ['2026-03-11', '00:00', 'A3', 'window', 600],
    ['2026-03-13', '23:59', 'A3', 'window', 600],
    ['2026-03-14', '00:00', 'A4', 'refused', 0],
  ])('a paid one on %s at %s follows rule %s', (day, time, ...expected) => {
    const [rule, outcome, amountFen] = expected;
    expect(decideCancellation(booked, POLICY, at(day, time))).toMatchObject({ rule, outcome, amountFen });
  });
});
