import { describe, expect, test } from '@jest/globals';
import type { RefundDecision } from '@core/contract/booking';
import { calendarDay } from '@core/domain/calendar-day';
import { decideRefund, type RefundFacts } from '@core/domain/billing/refund-policy';
import { fen } from '@core/domain/money';
import {
  cancellationWords,
  refundRuleLines,
} from '../../../miniprogram/services/appointment/cancellation-words';
import { booked, held, now } from './appointments';

const policy = { policy: 'A', days: 3, countVisitDayAsFirst: false } as const;
const facts: RefundFacts = {
  kind: 'registration',
  channel: 'wechat',
  seen: false,
  invoicePrinted: false,
  executed: false,
  paidFen: fen(2500),
  refundedFen: fen(0),
  wantedFen: fen(2500),
  visitDay: booked.day,
  today: calendarDay('2026-03-09'),
  cause: 'patient',
};
const decided = (change: Partial<RefundFacts>): RefundDecision =>
  decideRefund({ ...facts, ...change }, policy);
const wordsOf = (decision: RefundDecision, subject = booked) =>
  cancellationWords({ decision, subject, window: '收费窗口', now });

describe('what cancelling does, in words', () => {
  test('before the visit day the amount stands on the button and the last day in the text', () => {
    const words = wordsOf(decided({}));
    expect(words.button).toBe('取消预约，退 ¥25.00');
    expect(words.lines[0]).toContain('今天 3月9日 周一 24:00 前取消');
    expect(words.rule).toContain('A1');
  });

  test('on the visit day and after it the window is named, with the last day and what to bring', () => {
    for (const today of ['2026-03-10', '2026-03-12']) {
      const words = wordsOf(decided({ today: calendarDay(today) }));
      expect(words.button).toBeNull();
      expect(words.lines.join()).toMatch(/收费窗口.*发票.*最晚 3月13日/);
    }
  });

  test('the visit day and the days after it are told apart', () => {
    expect(wordsOf(decided({ today: calendarDay('2026-03-10') })).title).toContain('今天就诊');
    expect(wordsOf(decided({ today: calendarDay('2026-03-11') })).title).toContain('就诊那天已过');
  });

  test('after the last day nothing is promised', () => {
    const words = wordsOf(decided({ today: calendarDay('2026-03-14') }));
    expect(words.button).toBeNull();
    expect(words.lines.join()).toContain('不能再退');
    expect(words.rule).toContain('A4');
  });

  test('an unpaid seat whose time has come is not said to cost anything', () => {
    const late: RefundDecision = { rule: 'A4', outcome: 'refused', amountFen: fen(0), until: null };
    expect(wordsOf(late, held).lines.join()).toContain('不用另外付钱');
  });

  test('an unpaid seat and a free visit are given back without a charge, and no code is shown', () => {
    const unpaid = decided({ paidFen: fen(0) });
    expect(wordsOf(unpaid, held).lines[0]).toContain('还没有付钱');
    expect(wordsOf(unpaid, { ...booked, feeFen: fen(0) }).lines[0]).toContain('免费');
    expect(wordsOf(unpaid, held).button).toBe('取消预约，不收钱');
    expect(wordsOf(unpaid, held).rule).not.toContain('UNPAID');
  });

  test('money that comes back by itself asks for nothing', () => {
    for (const cause of ['duplicate', 'unseated'] as const) {
      const words = wordsOf(decided({ cause }));
      expect(words.button).toBeNull();
      expect(words.lines.join()).toContain('¥25.00 自动退回');
    }
  });

  test('what was given back once is not promised again', () => {
    const words = wordsOf(decided({ refundedFen: fen(2500) }));
    expect(words.rule).toContain('A11');
    expect(words.lines.join()).toContain('不会退第二次');
  });
});

describe('the refund rule before booking', () => {
  test('names the last day in two lines', () => {
    expect(refundRuleLines(booked.day, fen(2500), calendarDay('2026-03-09'))).toEqual([
      '3月9日 24:00 前取消，全部退回',
      '3月10日当天手机上不能退；没看病的，请带发票到窗口退',
    ]);
  });

  test('on the visit day says before paying that the phone cannot refund', () => {
    expect(refundRuleLines(booked.day, fen(2500), booked.day)[0]).toContain('付了以后手机上不能退');
  });

  test('a free visit speaks of no money', () => {
    expect(refundRuleLines(booked.day, fen(0), calendarDay('2026-03-09'))[0]).toContain('免费');
  });
});
