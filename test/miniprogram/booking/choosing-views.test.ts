import { describe, expect, test } from '@jest/globals';
import type { ClinicDay, DoctorCard, DoctorDay, SessionSummary } from '@core/contract/booking';
import { calendarDay, clockTime } from '@core/domain/calendar-day';
import { fen } from '@core/domain/money';
import {
  dayChoices,
  doctorRow,
  firstChoice,
  nextFreeDay,
} from '../../../miniprogram/packages/booking/pages/doctors/doctors.view';
import { slotsView } from '../../../miniprogram/packages/booking/pages/slots/slots.view';
import { now } from './appointments';

const days: ClinicDay[] = [
  { day: calendarDay('2026-03-09'), level: 'none' },
  { day: calendarDay('2026-03-10'), level: 'full' },
  { day: calendarDay('2026-03-11'), level: 'few' },
  { day: calendarDay('2026-03-12'), level: 'many' },
];

describe('the date strip', () => {
  test('says in words how many seats each day has', () => {
    const choices = dayChoices(days, now);
    expect(choices.map(({ levelName }) => levelName)).toEqual(['无号', '约满', '号少', '号多']);
    expect(choices.map(({ top }) => top)).toEqual(['今天', '明天', '周三', '周四']);
    expect(choices[3]?.label).toBe('3月12日 周四，号多');
  });

  test('opens on the first day with a seat, else on the first with doctors', () => {
    expect(firstChoice(days)).toBe('2026-03-11');
    expect(firstChoice(days.slice(0, 2))).toBe('2026-03-10');
    expect(firstChoice([])).toBeNull();
  });

  test('a day without doctors leads to the next one with seats', () => {
    expect(nextFreeDay(days, calendarDay('2026-03-09'))).toBe('2026-03-11');
    expect(nextFreeDay(days, calendarDay('2026-03-12'))).toBeNull();
  });
});

const session = (state: SessionSummary['state']): SessionSummary => ({
  sessionId: `dr-1_2026-03-10_${state}`,
  halfDay: 'am',
  start: clockTime('08:00'),
  end: clockTime('12:00'),
  seatsLeft: 3,
  state,
});
const card: DoctorCard = {
  practitionerId: 'dr-1',
  name: '阿依古丽·买买提',
  initial: '阿',
  title: '主任医师',
  goodAt: '心律失常',
  feeFen: fen(1234567),
  sessions: [session('full')],
};

describe('a doctor', () => {
  test('whose half-days are all gone cannot be tapped and says why', () => {
    for (const state of ['full', 'closed', 'stopped'] as const)
      expect(doctorRow({ ...card, sessions: [session(state)] }).open).toBe(false);
    expect(doctorRow(card).halfDays[0]?.text).toBe('上午 约满');
  });

  test('with one open half-day can be booked, and the fee is read out', () => {
    const row = doctorRow({ ...card, sessions: [session('full'), session('open')] });
    expect(row.open).toBe(true);
    expect(row.label).toContain('¥12,345.67');
    expect(row.label).toContain('剩 3 个号');
  });

  test('who sees patients for nothing says so', () => {
    expect(doctorRow({ ...card, feeFen: fen(0) }).fee).toBe('免费');
  });
});

const doctorDay = (state: SessionSummary['state']): DoctorDay => ({
  practitionerId: 'dr-1',
  name: '林一木',
  initial: '林',
  title: '主任医师',
  goodAt: '',
  clinicId: 'clinic-1',
  clinicName: '心内科门诊',
  day: calendarDay('2026-03-10'),
  sessions: [
    {
      sessionId: 'dr-1_2026-03-10_am',
      halfDay: 'am',
      place: '3 楼',
      feeFen: fen(2500),
      state,
      slots: [
        { start: clockTime('08:00'), end: clockTime('08:30'), left: 2, state: 'past' },
        { start: clockTime('08:30'), end: clockTime('09:00'), left: 0, state: 'full' },
        { start: clockTime('09:00'), end: clockTime('09:30'), left: 1, state: 'free' },
      ],
    },
  ],
});

describe('half-hours', () => {
  const tiles = (state: SessionSummary['state']) => slotsView(doctorDay(state), now).sessions[0]?.tiles ?? [];

  test('say whether they are free, full or past', () => {
    expect(tiles('open').map(({ seats, free }) => [seats, free])).toEqual([
      ['已过', false],
      ['约满', false],
      ['剩 1 个', true],
    ]);
  });

  test('of a stopped or closed half-day cannot be chosen', () => {
    expect(tiles('stopped').some(({ free }) => free)).toBe(false);
    expect(tiles('closed').some(({ free }) => free)).toBe(false);
    expect(slotsView(doctorDay('stopped'), now).sessions[0]?.closed).toContain('停诊');
  });
});
