import { describe, expect, test } from '@jest/globals';
import { calendarDay, clockTime } from '@core/domain/calendar-day';
import {
  decideStop,
  isAffected,
  type StopCommand,
  type StoppedVisit,
  type StopState,
} from '@core/domain/clinic/stop';

const session = { day: calendarDay('2026-03-11'), end: clockTime('11:30') };
const BEFORE = Date.parse('2026-03-11T11:29:00+08:00');
const AFTER = Date.parse('2026-03-11T11:30:00+08:00');

const decided = (state: StopState, command: StopCommand, now = BEFORE): string => {
  const next = decideStop(state, command, { session, now });
  return next.ok ? next.value : next.error;
};

describe('a request to stop a session', () => {
  test.each<[StopState, StopCommand, string]>([
    ['requested', 'approve', 'running'],
    ['requested', 'decline', 'declined'],
    ['requested', 'withdraw', 'withdrawn'],
    ['running', 'decline', 'STOP_DECIDED'],
    ['running', 'withdraw', 'STOP_DECIDED'],
    ['declined', 'approve', 'STOP_DECIDED'],
    ['withdrawn', 'approve', 'STOP_DECIDED'],
  ])('%s, then %s: %s', (state, command, expected) => {
    expect(decided(state, command)).toBe(expected);
  });

  test('can be declined after the session, but no longer approved', () => {
    expect(decided('requested', 'approve', AFTER)).toBe('SESSION_OVER');
    expect(decided('requested', 'decline', AFTER)).toBe('declined');
  });
});

describe('those whom a stop hits', () => {
  const hit = (
    status: StoppedVisit['status'],
    endedBy: string | null,
    more: Partial<Omit<StoppedVisit, 'status' | 'endedBy'>> = {},
  ) => isAffected({ status, endedBy, sentHere: false, visit: null, ...more });

  test('are all who have a seat or could still get one by paying', () => {
    expect(hit('booked', null)).toBe(true);
    expect(hit('pending', null)).toBe(true);
    expect(hit('closing', 'lapse')).toBe(true);
  });

  test('are not those who gave it back, nor those whom the doctor has seen', () => {
    expect(hit('closing', 'patient')).toBe(false);
    expect(hit('cancelled', 'patient')).toBe(false);
    expect(hit('booked', null, { attendance: 'seen' })).toBe(false);
    expect(hit('booked', null, { attendance: 'finished' })).toBe(false);
  });

  test('are those who checked in and wait, not who is in the room although the booking does not know it yet', () => {
    const at = (state: 'arrived' | 'called' | 'passed' | 'in-room' | 'finished') =>
      hit('booked', null, { attendance: 'arrived', visit: { isElsewhere: false, state } });
    expect([at('arrived'), at('called'), at('passed')]).toEqual([true, true, true]);
    expect([at('in-room'), at('finished')]).toEqual([false, false]);
  });

  test('follow the patient from queue to queue: sent away is spared, sent here is hit', () => {
    const visit = { isElsewhere: true, state: 'arrived' } as const;
    expect(hit('booked', null, { attendance: 'arrived', visit })).toBe(false);
    const here = { isElsewhere: false, state: 'arrived' } as const;
    expect(hit('booked', null, { attendance: 'seen', sentHere: true, visit: here })).toBe(true);
    const inRoom = { isElsewhere: false, state: 'in-room' } as const;
    expect(hit('booked', null, { attendance: 'seen', sentHere: true, visit: inRoom })).toBe(false);
  });
});
