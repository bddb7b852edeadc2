import { describe, expect, test } from '@jest/globals';
import { calendarDay, clockTime } from '@core/domain/calendar-day';
import { recordedInstant, spokenDay, spokenInstant, spokenSlot } from '../../../miniprogram/services/dates';

const now = Date.parse('2026-03-09T23:50:00+08:00');

describe('dates as people say them', () => {
  test.each([
    ['2026-03-08', '昨天 3月8日 周日'],
    ['2026-03-09', '今天 3月9日 周一'],
    ['2026-03-10', '明天 3月10日 周二'],
    ['2026-03-11', '后天 3月11日 周三'],
    ['2026-03-12', '3月12日 周四'],
    ['2027-01-01', '2027年1月1日 周五'],
  ])('%s is said %s', (day, words) => {
    expect(spokenDay(calendarDay(day), now)).toBe(words);
  });

  test('a half-hour has its day, its half of the day and both ends', () => {
    const slot = { day: calendarDay('2026-03-10'), start: clockTime('09:00'), end: clockTime('09:30') };
    expect(spokenSlot(slot, now)).toBe('明天 3月10日 周二 上午 9:00–9:30');
    const late = { ...slot, start: clockTime('12:00'), end: clockTime('12:30') };
    expect(spokenSlot(late, now)).toBe('明天 3月10日 周二 下午 12:00–12:30');
  });

  test('an instant is told in Shanghai, wherever the phone is', () => {
    expect(spokenInstant(Date.parse('2026-03-09T16:05:00Z'), now)).toBe('明天 3月10日 周二 上午 0:05');
    expect(recordedInstant(Date.parse('2026-03-09T16:05:00Z'))).toBe('2026年3月10日 00:05');
  });
});
