import { describe, expect, jest, test } from '@jest/globals';
import { setChanged } from '../../../miniprogram/services/set-changed';

interface Shown {
  state: string;
  list: readonly { id: string; words: string }[];
  note: string | null;
}

const shown: Shown = { state: 'ready', list: [{ id: 'a', words: '已约好' }], note: null };

const setsOf = (next: Partial<Shown>): unknown[] => {
  const setData = jest.fn();
  setChanged({ data: shown, setData }, next);
  return setData.mock.calls.map(([part]) => part);
};

describe('what a page shows', () => {
  test('is not set again when the same is heard again', () => {
    expect(setsOf({ state: 'ready', list: [{ id: 'a', words: '已约好' }], note: null })).toEqual([]);
  });

  test('is set where it became different, and only there', () => {
    const list = [{ id: 'a', words: '已取消' }];
    expect(setsOf({ state: 'ready', list, note: null })).toEqual([{ list }]);
    expect(setsOf({ list: shown.list, note: '请再看一遍' })).toEqual([{ note: '请再看一遍' }]);
    expect(setsOf({ list: [] })).toEqual([{ list: [] }]);
  });
});
