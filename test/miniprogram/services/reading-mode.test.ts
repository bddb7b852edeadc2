import { expect, test } from '@jest/globals';
import { readingModeOf } from '../../../miniprogram/services/reading-mode';

test("WeChat's own font size scales the normal mode, within what layouts bear", () => {
  expect(readingModeOf(false, 1)).toEqual({ elderly: false, fontScale: 1 });
  expect(readingModeOf(false, 1.2)).toEqual({ elderly: false, fontScale: 1.2 });
  expect(readingModeOf(false, 3)).toEqual({ elderly: false, fontScale: 1.6 });
});

test('elderly mode is at least 1.4, whatever WeChat says', () => {
  expect(readingModeOf(true, 0.9)).toEqual({ elderly: true, fontScale: 1.4 });
  expect(readingModeOf(true, 1.5)).toEqual({ elderly: true, fontScale: 1.5 });
});

test("without a choice, WeChat's care mode brings elderly mode", () => {
  expect(readingModeOf(null, 1.4).elderly).toBe(true);
  expect(readingModeOf(null, 1.2).elderly).toBe(false);
  expect(readingModeOf(null, Number.NaN)).toEqual({ elderly: false, fontScale: 1 });
});
