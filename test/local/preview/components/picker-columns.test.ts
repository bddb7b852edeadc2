import { describe, expect, test } from '@jest/globals';
import {
  dateColumns,
  dayOf,
  labelOf,
  minutesOf,
  timeColumns,
} from '../../../../local/preview/browser/components/picker-columns';

describe('columns of a picker', () => {
  test('February of a leap year has 29 rows', () => {
    const { labels } = dateColumns([2028, 2, 1], [1900, 1, 1], [2099, 12, 31]);
    expect(labels[2]).toHaveLength(29);
  });

  test('a day that the month lacks becomes its last', () => {
    const { selected } = dateColumns([2030, 4, 31], [1900, 1, 1], [2099, 12, 31]);
    expect(selected).toEqual([130, 3, 29]);
  });

  test('a day outside the bounds becomes the nearer bound', () => {
    const { labels, selected } = dateColumns([2031, 1, 1], [2030, 1, 30], [2030, 3, 2]);
    expect(selected).toEqual([0, 2, 1]);
    expect(labels[1]).toEqual(['01月', '02月', '03月']);
  });

  test('minutes are cut at the first and the last hour only', () => {
    expect(timeColumns(9 * 60 + 10, 8 * 60 + 30, 11 * 60 + 15).labels[1]).toHaveLength(60);
    expect(timeColumns(8 * 60, 8 * 60 + 30, 11 * 60 + 15).labels[1]?.[0]).toBe('30');
    expect(timeColumns(11 * 60, 8 * 60 + 30, 11 * 60 + 15).labels[1]?.at(-1)).toBe('15');
  });

  test('texts that are no time and no day fall back', () => {
    expect(minutesOf('soon', 7)).toBe(7);
    expect(dayOf('2030-3', [1, 1, 1])).toEqual([2030, 3, 1]);
    expect(dayOf('', [1, 2, 3])).toEqual([1, 2, 3]);
  });

  test('a row shows the field of range-key, or itself', () => {
    expect(labelOf({ label: '东城' }, 'label')).toBe('东城');
    expect(labelOf(7, '')).toBe('7');
    expect(labelOf({}, 'label')).toBe('');
  });
});
