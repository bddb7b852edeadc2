import { describe, expect, test } from '@jest/globals';
import type { OwnSession } from '@core/contract/clinic-views';
import type { QueuedPerson, SessionQueue } from '@core/contract/visit-views';
import { calendarDay, clockTime } from '@core/domain/calendar-day';
import {
  presentSession,
  queueView,
  sessionsToday,
  shownSession,
} from '../../../miniprogram/pages/clinic/clinic.view';

const NOW = Date.parse('2026-03-10T09:20:00+08:00');

const person = (queueNumber: number, more: Partial<QueuedPerson> = {}): QueuedPerson => ({
  appointmentId: `a${String(queueNumber)}`,
  queueNumber,
  maskedName: '王*明',
  start: clockTime('09:00'),
  end: clockTime('09:30'),
  state: 'arrived',
  priority: 'none',
  arrivedAt: NOW - 12 * 60_000,
  late: false,
  passes: 0,
  again: null,
  transferredFrom: null,
  ...more,
});

const queue = (more: Partial<SessionQueue>): SessionQueue => ({
  sessionId: 's',
  clinicId: 'c',
  clinicName: '全科诊室',
  place: '1 楼 1 诊室',
  day: calendarDay('2026-03-10'),
  start: clockTime('08:30'),
  end: clockTime('11:30'),
  inRoom: [],
  called: [],
  waiting: [],
  passed: [],
  held: [],
  finished: [],
  ...more,
});

describe('the doctor’s queue', () => {
  test('shows the first who waits large and the others as a list', () => {
    const view = queueView(queue({ waiting: [person(3), person(5), person(9)] }), NOW);
    expect(view.next?.number).toBe('3 号');
    expect(view.waiting.map(({ number }) => number)).toEqual(['5 号', '9 号']);
    expect(view.waitingCount).toBe(3);
  });

  test('has no next one where nobody waits', () => {
    expect(queueView(queue({}), NOW)).toMatchObject({ next: null, waiting: [], waitingCount: 0 });
  });

  test.each([
    [person(1), '9:00 的号 · 到了 12 分钟'],
    [person(1, { arrivedAt: NOW - 1000 }), '9:00 的号 · 刚到'],
    [person(1, { priority: 'courtesy', late: true }), '9:00 的号 · 到了 12 分钟 · 照顾优先 · 迟到'],
    [person(1, { again: 'passed', passes: 2 }), '9:00 的号 · 到了 12 分钟 · 过号后又来了 · 过号 2 次'],
    [person(1, { again: 'returned' }), '9:00 的号 · 到了 12 分钟 · 带结果回来'],
  ])('says why somebody stands where they stand (%#)', (one, line) => {
    expect(queueView(queue({ waiting: [one] }), NOW).next?.line).toBe(line);
  });
});

describe('the half-day that is shown', () => {
  const session = (sessionId: string, day: string, end: string): OwnSession => ({
    sessionId,
    clinicName: '全科诊室',
    day: calendarDay(day),
    halfDay: 'am',
    start: clockTime('08:00'),
    end: clockTime(end),
    place: '',
    status: 'open',
    taken: 0,
    capacity: 20,
    addOns: { granted: 0, maximum: 2 },
    stopId: null,
  });
  const morning = session('am', '2026-03-10', '11:30');
  const afternoon = session('pm', '2026-03-10', '17:00');

  test('is the one that is on, then the next, at last the last', () => {
    const at = (time: string) => Date.parse(`2026-03-10T${time}:00+08:00`);
    expect(presentSession([morning, afternoon], at('09:00'))?.sessionId).toBe('am');
    expect(presentSession([morning, afternoon], at('11:30'))?.sessionId).toBe('pm');
    expect(presentSession([morning, afternoon], at('20:00'))?.sessionId).toBe('pm');
    expect(presentSession([], NOW)).toBeNull();
  });

  test('stays while its last patients wait, and gives way once the next half-day has begun', () => {
    const at = (time: string) => Date.parse(`2026-03-10T${time}:00+08:00`);
    const later = { ...afternoon, start: clockTime('14:00') };
    const shown = (id: string, time: string) => shownSession([morning, later], id, at(time))?.sessionId;
    expect(shown('', '11:45')).toBe('pm');
    expect([shown('am', '11:45'), shown('am', '14:00'), shown('pm', '09:00')]).toEqual(['am', 'pm', 'pm']);
    expect(shownSession([], 'am', NOW)).toBeNull();
  });

  test('is one of today', () => {
    const tomorrow = session('later', '2026-03-11', '11:30');
    expect(sessionsToday([morning, tomorrow], NOW)).toEqual([morning]);
  });
});
