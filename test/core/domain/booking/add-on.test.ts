import { describe, expect, test } from '@jest/globals';
import { addOnSeats, addOnSlot } from '@core/domain/booking/add-on';
import { calendarDay, clockTime } from '@core/domain/calendar-day';

const day = calendarDay('2026-03-11');
const slot = (start: string, end: string, seats: readonly number[]) => ({
  start: clockTime(start),
  end: clockTime(end),
  seats,
});
const session = {
  day,
  slots: [slot('09:00', '09:30', [1, 2]), slot('09:30', '10:00', [3, 4]), slot('10:00', '10:30', [5])],
  claims: {},
};
const at = (time: string) => Date.parse(`2026-03-11T${time}:00+08:00`);
const busy = (start: string, end: string, on = day) => ({
  day: on,
  start: clockTime(start),
  end: clockTime(end),
});

describe('the half-hour of an added seat', () => {
  test('is the last one', () => {
    expect(addOnSlot(session, [], at('08:00'))).toEqual({ start: '10:00', end: '10:30' });
    expect(addOnSlot(session, [], at('10:29'))).toEqual({ start: '10:00', end: '10:30' });
  });

  test('is an earlier one where the patient is elsewhere then', () => {
    expect(addOnSlot(session, [busy('10:00', '11:00')], at('08:00'))?.start).toBe('09:30');
    expect(addOnSlot(session, [busy('10:00', '11:00', calendarDay('2026-03-12'))], at('08:00'))?.start).toBe(
      '10:00',
    );
  });

  test('is none once the session is over, or where the patient has no time in it', () => {
    expect(addOnSlot(session, [], at('10:30'))).toBeNull();
    expect(addOnSlot(session, [busy('08:00', '12:00')], at('08:00'))).toBeNull();
  });
});

describe('the numbers of added seats', () => {
  test('follow those of the session, up to what the hospital allows', () => {
    expect(addOnSeats(session, 2)).toEqual([6, 7]);
    expect(addOnSeats(session, 0)).toEqual([]);
  });

  test('leave out those that somebody has', () => {
    expect(addOnSeats({ ...session, claims: { '3': {}, '6': {} } }, 2)).toEqual([7]);
  });
});
