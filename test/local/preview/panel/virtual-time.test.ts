import { describe, expect, test } from '@jest/globals';
import {
  fromInput,
  nextEight,
  showOffset,
  showTime,
  toInput,
} from '../../../../local/preview/browser/panel/virtual-time';

const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('the panel’s clock', () => {
  test('the field reads and writes Beijing time', () => {
    const instant = at('2030-03-10T07:30:00');
    expect(toInput(instant)).toBe('2030-03-10T07:30');
    expect(fromInput('2030-03-10T07:30')).toBe(instant);
    expect(fromInput('')).toBeUndefined();
  });

  test('the next 08:00 is today’s before eight and tomorrow’s from eight on', () => {
    expect(nextEight(at('2030-03-10T07:59:59'))).toBe(at('2030-03-10T08:00:00'));
    expect(nextEight(at('2030-03-10T08:00:00'))).toBe(at('2030-03-11T08:00:00'));
    expect(nextEight(at('2030-03-10T00:00:00'))).toBe(at('2030-03-10T08:00:00'));
  });

  test('times and offsets are said in words', () => {
    expect(showTime(at('2030-03-10T08:00:05'))).toBe('2030-03-10 周日 08:00:05');
    expect(showOffset(0)).toBe('');
    expect(showOffset(26 * 60 * 60_000)).toBe('比真实时间快 1 天 2 小时');
    expect(showOffset(-90 * 60_000)).toBe('比真实时间慢 1 小时 30 分');
  });
});
