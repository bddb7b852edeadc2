import { describe, expect, test } from '@jest/globals';
import { instantAt } from '@core/domain/calendar-day';
import { fen } from '@core/domain/money';
import { outcomeNote, payView, stageOf } from '../../../miniprogram/packages/booking/pages/pay/pay.view';
import { calendarEvent, resultView } from '../../../miniprogram/packages/booking/pages/result/result.view';
import { booked, ended, held, now } from './appointments';

describe('where paying stands', () => {
  test('follows the server: held, confirming, booked or over', () => {
    expect(stageOf(held, now)).toBe('held');
    expect(stageOf({ ...held, payment: 'confirming' }, now)).toBe('confirming');
    expect(stageOf(booked, now)).toBe('booked');
    expect(stageOf(ended, now)).toBe('over');
  });

  test('is over in the very instant in which the hold ends', () => {
    expect(stageOf(held, now + 599_999)).toBe('held');
    expect(stageOf(held, now + 600_000)).toBe('over');
  });

  test('puts the amount on the button', () => {
    expect(payView(held, now).button).toBe('微信支付 ¥25.00');
  });

  test('an unfinished payment keeps the seat and says until when', () => {
    const until = now + 600_000;
    expect(outcomeNote('cancelled', until)).toContain('留到 10:10');
    expect(outcomeNote('failed', until)).toContain('没有扣钱');
    expect(outcomeNote('done', until)).toBe('');
  });
});

describe('the result', () => {
  test('says when to come and what to bring', () => {
    const view = resultView(booked, now);
    expect(view).toMatchObject({ queueNumber: 7, arrive: '请明天 9:00 前到', paid: '已付 ¥25.00' });
    expect(view.bring).toContain('请空腹。');
    expect(resultView({ ...booked, feeFen: fen(0), preparation: null }, now)).toMatchObject({ paid: '免费' });
  });

  test('goes into the calendar with its times and without the name of the clinic', () => {
    const event = calendarEvent(booked);
    expect(event.startTime).toBe(instantAt(booked.day, booked.start) / 1000);
    expect(Number(event.endTime) - event.startTime).toBe(1800);
    expect(JSON.stringify(event)).not.toContain(booked.clinicName);
  });
});
