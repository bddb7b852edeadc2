import { describe, expect, test } from '@jest/globals';
import type { RefundView } from '@core/contract/booking';
import { clockTime } from '@core/domain/calendar-day';
import { fen } from '@core/domain/money';
import { appointmentWords, isMoving } from '../../../miniprogram/services/appointment/appointment-words';
import { refundWords } from '../../../miniprogram/services/appointment/refund-words';
import { detailView } from '../../../miniprogram/packages/booking/pages/appointment/appointment.view';
import { mayDo } from '../../../miniprogram/services/appointment/may-do';
import { ownCard, relativeCard, settledMe } from '../people';
import { booked, ended, held, now, refunding } from './appointments';

const at = (time: string): number => Date.parse(`2026-03-10T${time}:00+08:00`);

describe('the state of an appointment', () => {
  test('a held seat says until when to pay', () => {
    expect(appointmentWords(held, now)).toMatchObject({
      state: '等您付费',
      next: '请在 10:10 前付费，过了号就放回去。',
    });
  });

  test('a held seat whose time is over no longer asks for money', () => {
    expect(appointmentWords(held, now + 600_000).state).toBe('留号时间到了');
    expect(detailView(held, now + 600_000).payButton).toBe('');
  });

  test('a relative who only books reads who pays, and finds no button that would be refused', () => {
    const may = mayDo({ ...settledMe, patients: [ownCard, relativeCard] }, 'patient-3');
    const view = detailView({ ...held, patientId: 'patient-3' }, now, may);
    expect(view.payButton).toBe('');
    expect(view.payNote).toContain('海*母');
    expect(view.payNote).toContain('人工窗口');
  });

  test('while a payment is being confirmed nobody is asked to pay again', () => {
    const confirming = { ...held, payment: 'confirming' } as const;
    expect(appointmentWords(confirming, now).state).toBe('正在确认付款');
    expect(detailView(confirming, now).payButton).toBe('看付款结果');
  });

  test('a booked visit is to come, has come, or is over', () => {
    expect(appointmentWords(booked, now).state).toBe('已约好');
    expect(appointmentWords(booked, at('08:00')).next).toContain('今天请 9:00 前到');
    expect(appointmentWords(booked, at('09:10')).state).toBe('就诊时间到了');
    expect(appointmentWords(booked, at('09:30')).state).toBe('就诊时间已过');
  });

  test('each way to end is named', () => {
    const gone = refunding('done');
    expect(appointmentWords(gone, now).state).toBe('已取消');
    expect(appointmentWords({ ...gone, endedBy: 'lapse' }, now).state).toBe('没付费，号已放回');
    expect(appointmentWords({ ...gone, endedBy: 'no-seat' }, now).next).toContain('全部退给您');
    expect(appointmentWords({ ...gone, endedBy: 'hospital' }, now).next).toContain('不用您办');
  });

  test('who paid in cash is sent to the window, and not told that it goes back by itself', () => {
    const stopped = { ...ended, endedBy: 'hospital' } as const;
    expect(appointmentWords(stopped, now)).toMatchObject({ state: '医生停诊', tone: 'warning' });
    expect(appointmentWords(stopped, now).next).toContain('到窗口领回');
    expect(detailView(stopped, now).owed).toContain('¥25.00');
  });

  test('what moves by itself is looked at again, what stands still is not', () => {
    expect([held, refunding('requested'), refunding('accepted'), refunding('failed')].every(isMoving)).toBe(
      true,
    );
    expect([booked, ended, refunding('done'), refunding('needs-staff')].some(isMoving)).toBe(false);
  });
});

describe('a refund', () => {
  const states: RefundView['state'][] = ['requested', 'accepted', 'done', 'failed', 'needs-staff'];

  test('sounds different in each of its states and always names the amount', () => {
    const words = states.map((state) =>
      refundWords({ state, amountFen: fen(2500), owner: null, at: now }, now),
    );
    expect(new Set(words.map(({ state }) => state)).size).toBe(states.length);
    expect(words.every(({ line }) => line.includes('¥25.00'))).toBe(true);
  });

  test('that staff look after names who', () => {
    const refund: RefundView = { state: 'needs-staff', amountFen: fen(2500), owner: '财务科', at: now };
    expect(refundWords(refund, now).line).toContain('财务科正在跟进');
    expect(detailView({ ...ended, refund }, now).refundByStaff).toBe(true);
  });
});

describe('the page of an appointment', () => {
  test('shows the queue number only while the visit is to come', () => {
    expect(detailView(booked, now).queueNumber).toBe(7);
    expect(detailView(held, now).queueNumber).toBeNull();
    expect(detailView(booked, at('10:00')).queueNumber).toBeNull();
  });

  test('offers to cancel where the phone can, and the way to the window where it cannot', () => {
    expect(detailView(booked, now).cancelButton).toBe('取消预约');
    const window = { rule: 'A2', outcome: 'window', amountFen: fen(2500), until: booked.day } as const;
    expect(detailView({ ...booked, cancellation: window }, at('08:00')).cancelButton).toBe('怎么取消和退费');
    expect(detailView(ended, now).cancelButton).toBe('');
  });

  test('says where a late payment found another half-hour', () => {
    const movedFrom = { start: clockTime('08:30'), end: clockTime('09:00') };
    expect(detailView({ ...booked, movedFrom }, now).moved).toContain('上午 8:30–9:00');
  });
});
