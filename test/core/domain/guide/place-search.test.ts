import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { placeOfCode } from '@core/domain/guide/location-code';
import { readSayings } from '@core/domain/guide/place-query';
import { guessPlaces, searchPlaces, type Searched } from '@core/domain/guide/place-search';
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
    ['我要去抽血', ['blood', 'blood-window']],
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

describe('words that stand in no plan', () => {
  const floor = (floorId: string, name: string, level: number) => ({
    floorId,
    buildingId: floorId.slice(0, 2),
    name,
    level,
  });
  const hospital: Searched = {
    floors: [
      floor('mz-b1', '门诊楼地下 1 层', -1),
      floor('mz-1f', '门诊楼 1 楼', 1),
      floor('mz-3f', '门诊楼 3 楼', 3),
      floor('ek-1f', '儿科楼 1 楼', 1),
    ],
    places: [
      place('wc-mz-1', '西侧卫生间', ['厕所']),
      { ...place('wc-mz-3', '西侧卫生间', ['厕所']), floorId: 'mz-3f' },
      { ...place('wc-ek', '西侧卫生间', ['厕所']), floorId: 'ek-1f' },
      { ...place('parking', '地下停车场', ['停车']), floorId: 'mz-b1', landmark: true },
      { ...place('room-301', '301 诊室', []), floorId: 'mz-3f' },
      place('pharmacy', '门诊药房', ['取药', '拿药']),
      place('emergency', '急诊分诊台', ['急诊'], true),
      place('records', '病案复印处', ['复印病历']),
    ],
    findings: [],
    sayings: readSayings(readFileSync('core/domain/guide/sayings.tsv', 'utf8')),
  };
  const first = (typed: string): string | undefined => searchPlaces(hospital, typed)[0]?.placeId;

  test.each([
    ['茅房', 'wc-mz-1'],
    ['我想解手', 'wc-mz-1'],
    ['侧所', 'wc-mz-1'],
    ['拿要', 'pharmacy'],
    ['急症', 'emergency'],
    ['120', 'emergency'],
    ['病例复印', 'records'],
  ])('are understood: %s', (typed, found) => {
    expect(first(typed)).toBe(found);
  });

  test.each([
    ['三楼厕所', 'wc-mz-3'],
    ['3楼的厕所', 'wc-mz-3'],
    ['儿科楼厕所在哪', 'wc-ek'],
    ['门诊楼三楼301', 'room-301'],
    ['负一楼', 'parking'],
    ['地下一层', 'parking'],
  ])('the floor that was named comes first: %s', (typed, found) => {
    expect(first(typed)).toBe(found);
  });

  test('one wrong character is asked about, and a department that is not here is not mistaken for another', () => {
    expect(searchPlaces(hospital, '门诊要房')).toEqual([]);
    expect(guessPlaces(hospital, '门诊要房').map(({ placeId }) => placeId)).toEqual(['pharmacy']);
    for (const absent of ['骨科', '心内科', '太平间']) expect(guessPlaces(hospital, absent)).toEqual([]);
  });
});

describe('a location code', () => {
  test('names a place; other codes do not', () => {
    expect(placeOfCode('LOC:mz-2f-hall')).toBe('mz-2f-hall');
    for (const other of ['', 'https://example.org', 'LOC:', 'LOC:a.b', 'loc:mz-2f-hall', 'LOC:mz-2f-hall?x'])
      expect(placeOfCode(other)).toBeNull();
  });
});
