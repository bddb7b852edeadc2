import { describe, expect, test } from '@jest/globals';
import { placeOfCode } from '@core/domain/guide/location-code';
import { searchPlaces, type Searched } from '@core/domain/guide/place-search';
import type { Place } from '@core/domain/guide/plan';

const place = (placeId: string, name: string, words: readonly string[], landmark = false): Place => ({
  placeId,
  floorId: 'mz-1f',
  nodeId: 'n',
  x: 0,
  y: 0,
  kind: 'service',
  area: 'A 区',
  name,
  words,
  landmark,
});

const searched: Searched = {
  floors: [{ floorId: 'mz-1f', buildingId: 'mz', name: '门诊楼 1 楼', level: 1 }],
  places: [
    place('wc-1', '西侧卫生间', ['厕所']),
    place('wc-2', '东侧卫生间', ['厕所']),
    place('blood', '采血处', ['抽血', '验血'], true),
    place('blood-window', '采血 1 号窗口', ['抽血窗口']),
    place('room-207', '207 诊室', []),
  ],
  findings: [
    {
      kind: 'doctor',
      id: 'dr',
      name: '苏婉宁',
      pinyin: '',
      initials: '',
      note: '妇科 主任医师',
      placeId: 'room-207',
    },
    {
      kind: 'department',
      id: 'gyn',
      name: '妇科',
      pinyin: 'fuke',
      initials: 'fk',
      note: '',
      placeId: 'room-207',
    },
  ],
};
const ids = (typed: string, nearest?: (placeId: string) => number): string[] =>
  searchPlaces(searched, typed, nearest).map(({ placeId }) => placeId);

describe('searching for a place', () => {
  test.each([
    ['采血处', ['blood']],
    ['抽血', ['blood', 'blood-window']],
    ['我要去抽血', ['blood']],
    ['207', ['room-207']],
    ['苏婉宁', ['room-207']],
    ['苏医生', ['room-207']],
    ['医生', []],
    ['fk', ['room-207']],
    ['FuKe', ['room-207']],
    ['月球', []],
    ['  ', []],
  ])('finds %s', (typed, found) => {
    expect(ids(typed)).toEqual(found);
  });

  test('puts the nearest of equals first', () => {
    expect(ids('厕所')).toEqual(['wc-1', 'wc-2']);
    expect(ids('厕所', (placeId) => (placeId === 'wc-2' ? 10 : 60))).toEqual(['wc-2', 'wc-1']);
  });

  test('says where it is, and who is there', () => {
    expect(searchPlaces(searched, '苏婉宁')).toEqual([
      { placeId: 'room-207', title: '苏婉宁', where: '门诊楼 1 楼 A 区 207 诊室', note: '妇科 主任医师' },
    ]);
  });
});

describe('a location code', () => {
  test('names a place; other codes do not', () => {
    expect(placeOfCode('LOC:mz-2f-hall')).toBe('mz-2f-hall');
    for (const other of ['', 'https://example.org', 'LOC:', 'LOC:a.b', 'loc:mz-2f-hall', 'LOC:mz-2f-hall?x'])
      expect(placeOfCode(other)).toBeNull();
  });
});
