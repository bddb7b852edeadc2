import { describe, expect, test } from '@jest/globals';
import { calendarDay, clockTime } from '../../../../core/domain/calendar-day';
import { checkIn, type AtGate, type CheckInRequest } from '../../../../core/domain/visit/check-in';
import type { GateFlag } from '../../../../core/domain/visit/gate-flag';
import { gateRules } from './gate-rules-under-test';

const at = (time: string): number => Date.parse(`2026-03-10T${time}:00+08:00`);
const TODAY = calendarDay('2026-03-10');
const rules = { gate: gateRules, checkInOpensMinutes: 60 };

const fever: GateFlag = {
  since: at('08:00'),
  until: at('23:59'),
  clearedAt: null,
  parts: [{ outcome: 'children-fever-clinic', until: at('23:59') }],
};
const passed = { day: TODAY, outcome: 'pass', at: at('08:00') } as const;
const sent = { ...passed, outcome: 'children-fever-clinic' } as const;
const appointment = {
  status: 'booked',
  clinicId: 'ped-general',
  day: TODAY,
  start: clockTime('09:00'),
  end: clockTime('09:30'),
} as const;

type Change = Partial<Omit<CheckInRequest, 'atGate'> & AtGate>;

const request = ({ gate = passed, flag = null, ...change }: Change): CheckInRequest => ({
  appointment,
  sessionEnd: clockTime('11:30'),
  atGate: { gate, flag },
  areaClinics: ['ped-general', 'ped-fever'],
  ...change,
});

const said = (change: Change, time = '08:40') => {
  const decided = checkIn(request(change), rules, at(time));
  return decided.ok ? (decided.value.late ? 'late' : 'in') : decided.error;
};

describe('check-in at an area', () => {
  const feverVisit = { appointment: { ...appointment, clinicId: 'ped-fever' } };
  test.each([
    ['in time', {}, '08:40', 'in'],
    ['at the end of the half-hour: late', {}, '09:30', 'late'],
    ['an hour before', {}, '08:00', 'in'],
    ['earlier than that', {}, '07:59', 'TOO_EARLY'],
    ['after the session', {}, '11:30', 'SESSION_OVER'],
    ['not paid', { appointment: { ...appointment, status: 'pending' } }, '08:40', 'NOT_BOOKED'],
    ['tomorrow', { appointment: { ...appointment, day: calendarDay('2026-03-11') } }, '08:40', 'NOT_TODAY'],
    ['another area', { areaClinics: ['gyn'] }, '08:40', 'WRONG_AREA'],
    ['no checkpoint 1', { gate: null }, '08:40', 'GATE_MISSING'],
    [
      "yesterday's checkpoint 1",
      { gate: { ...passed, day: calendarDay('2026-03-09') } },
      '08:40',
      'GATE_MISSING',
    ],
    ['a flag', { flag: fever }, '08:40', 'FLAGGED'],
    ['a flag, and the clinic for it', { flag: fever, gate: sent, ...feverVisit }, '08:40', 'in'],
    [
      'sent elsewhere though the flag has ended',
      { gate: sent, flag: { ...fever, until: at('08:30') } },
      '08:40',
      'GATE_MISSING',
    ],
    ['cleared by a nurse since', { gate: sent, flag: { ...fever, clearedAt: at('08:20') } }, '08:40', 'in'],
    [
      'cleared before this declaration',
      { gate: sent, flag: { ...fever, clearedAt: at('07:20') } },
      '08:40',
      'GATE_MISSING',
    ],
  ] as const)('%s', (_name, change, time, expected) => {
    expect(said(change, time)).toBe(expected);
  });
});
