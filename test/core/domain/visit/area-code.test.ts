import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../../../../core/domain/calendar-day';
import { readAreaCode, writeAreaCode, type AreaCodes } from '../../../../core/domain/visit/area-code';

const TODAY = calendarDay('2026-03-10');
const YESTERDAY = calendarDay('2026-03-09');
/** Stands for the hospital's key. */
const prove = (text: string): string =>
  Array.from(text)
    .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_000_000_011, 7)
    .toString(36)
    .padStart(7, 'a');

const read = (code: string, codes: AreaCodes): string => {
  const answer = readAreaCode(code, { areaIds: ['east', 'west'], codes }, TODAY, prove);
  return answer.ok ? answer.value : answer.error;
};
const today = writeAreaCode('east', TODAY, prove);

describe('the code of a waiting area', () => {
  test.each([
    ['printed, where that is enough', 'east', 'printed', 'east'],
    ['printed, where the day counts: a picture of the wall', 'east', 'daily', 'AREA_CODE_OLD'],
    ['of today', today, 'daily', 'east'],
    ['of today, read aloud', today.toLowerCase(), 'daily', 'east'],
    ['of today, also where the printed one is enough', today, 'printed', 'east'],
    ["of yesterday: yesterday's picture", writeAreaCode('east', YESTERDAY, prove), 'daily', 'AREA_CODE_OLD'],
    ['of another area', today.replace('east', 'west'), 'daily', 'AREA_CODE_OLD'],
    ['made up', 'east_AAAAAA', 'printed', 'AREA_CODE_OLD'],
    ['of no area', 'north', 'printed', 'AREA_UNKNOWN'],
  ] as const)('%s', (...row) => {
    const [, code, codes, expected] = row;
    expect(read(code, codes)).toBe(expected);
  });

  test('fits what the contract takes for an id', () => {
    expect(today).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]*$/);
  });
});
