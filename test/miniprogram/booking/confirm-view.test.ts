import { describe, expect, test } from '@jest/globals';
import type { DoctorDay } from '@core/contract/booking';
import { calendarDay, clockTime } from '@core/domain/calendar-day';
import { fen, type Fen } from '@core/domain/money';
import {
  alternativeButtons,
  confirmView,
  patientOptions,
  type Choice,
} from '../../../miniprogram/packages/booking/pages/confirm/confirm.view';
import { childCard, ownCard, relativeCard } from '../people';
import { now } from './appointments';

const choice: Choice = {
  practitionerId: 'dr-1',
  clinicId: 'clinic-1',
  day: calendarDay('2026-03-10'),
  sessionId: 'dr-1_2026-03-10_am',
  start: clockTime('09:00'),
};
const doctorDay = (feeFen: Fen): DoctorDay => ({
  ...choice,
  name: '林一木',
  initial: '林',
  title: '主任医师',
  goodAt: '',
  clinicName: '心内科门诊',
  sessions: [
    {
      sessionId: choice.sessionId,
      halfDay: 'am',
      place: '3 楼 A 区',
      feeFen,
      state: 'open',
      slots: [{ start: choice.start, end: clockTime('09:30'), left: 1, state: 'free' }],
    },
  ],
});

describe('the page before booking', () => {
  test('puts the amount on the button and the time to arrive beside the place', () => {
    expect(confirmView(choice, doctorDay(fen(2500)), now)).toMatchObject({
      when: { day: '明天 3月10日 周二', range: '上午 9:00–9:30' },
      arrive: '明天 9:00 前',
      place: '3 楼 A 区',
      button: '确认预约，去付 ¥25.00',
    });
  });

  test('a free visit speaks of no payment', () => {
    const view = confirmView(choice, doctorDay(fen(0)), now);
    expect(view).toMatchObject({
      free: true,
      feeText: '免费',
      payment: '不用付钱',
      button: '确认预约（免费）',
    });
  });

  test('a half-hour that left the plan is not shown as if it could be booked', () => {
    const gone = { ...choice, start: clockTime('10:00') };
    expect(confirmView(gone, doctorDay(fen(2500)), now)).toBeNull();
    expect(confirmView({ ...choice, sessionId: 'other' }, doctorDay(fen(2500)), now)).toBeNull();
  });

  test('people are told apart by relationship, age and number', () => {
    expect(patientOptions([ownCard, childCard]).map(({ note }) => note)).toEqual([
      '本人 · 36 岁 · 门诊号 00012345',
      '孩子 · 6 岁 · 门诊号 00012345',
    ]);
  });

  test('who may not pay for the chosen person goes on to the appointment, not to the payment', () => {
    expect(patientOptions([ownCard, relativeCard]).map(({ pays }) => pays)).toEqual([true, false]);
  });

  test('alternatives say when, and who where it is another doctor', () => {
    const alternative = { ...choice, practitionerName: '林一木', end: clockTime('09:30') };
    const other = { ...alternative, practitionerId: 'dr-2', practitionerName: '苏二' };
    const buttons = alternativeButtons([alternative, other], 'dr-1', now);
    expect(buttons.map(({ doctor }) => doctor)).toEqual(['同一位医生', '苏二']);
    expect(buttons[0]?.when).toBe('明天 3月10日 周二 上午 9:00–9:30');
    expect(buttons[0]?.choice).toEqual(choice);
  });
});
