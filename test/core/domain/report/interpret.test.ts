import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '@core/domain/calendar-day';
import { ageBound, hasReached } from '@core/domain/report/age';
import type { Examined, GroupBounds, LaboratoryItem } from '@core/domain/report/catalogue';
import { interpret } from '@core/domain/report/interpret';
import type { JudgedReport } from '@core/domain/report/judge';
import type { ResultContent, ResultLevel } from '@core/domain/report/report';
import { whatNow } from '@core/domain/report/what-now';

const group = (fields: Partial<GroupBounds>): GroupBounds => ({
  sex: null,
  pregnant: false,
  from: null,
  to: null,
  low: null,
  high: null,
  source: null,
  ...fields,
});

const haemoglobin: LaboratoryItem = {
  code: 'hgb',
  loinc: '718-7',
  name: '血红蛋白',
  short: 'Hb',
  unit: 'g/L',
  decimals: 0,
  usualWords: [],
  doctorFirst: false,
  about: '',
  whenHigh: '',
  whenLow: '',
  ranges: [
    group({ to: ageBound('1m'), low: 134, high: 199 }),
    group({ from: ageBound('1m'), to: ageBound('18y'), low: 110 }),
    group({ from: ageBound('18y'), sex: 'male', low: 130, high: 175 }),
    group({ from: ageBound('18y'), sex: 'female', low: 115, high: 150 }),
    group({ from: ageBound('15y'), sex: 'female', pregnant: true, low: 110 }),
  ],
  critical: [group({ low: 70, high: 200 })],
  source: null,
};

const result = (fields: Partial<ResultContent>): ResultContent => ({
  code: 'hgb',
  name: '血红蛋白',
  value: null,
  comparator: null,
  text: null,
  unit: 'g/L',
  bounds: null,
  flag: null,
  ...fields,
});

const day = calendarDay('2026-03-10');
const woman: Examined = { birthDate: calendarDay('1990-01-01'), sex: 'female', pregnant: false, day };
const levelOf = (value: number, person: Examined, fields: Partial<ResultContent> = {}) =>
  interpret(result({ value, ...fields }), haemoglobin, person).level;

describe('what a value means', () => {
  test.each([
    [114, woman, 'low'],
    [115, woman, 'normal'],
    [150, woman, 'normal'],
    [151, woman, 'high'],
    [114, { ...woman, pregnant: true }, 'normal'],
    [109, { ...woman, pregnant: true }, 'low'],
    [129, { ...woman, sex: 'male' }, 'low'],
    [176, { ...woman, sex: 'male' }, 'high'],
    [114, { ...woman, birthDate: calendarDay('2020-01-01') }, 'normal'],
    [114, { ...woman, birthDate: calendarDay('2026-02-20') }, 'low'],
    [70, woman, 'critical-low'],
    [200, woman, 'critical-high'],
  ] as const)('%i is judged by age, sex and pregnancy', (value, person, level) => {
    expect(levelOf(value, person)).toBe(level);
  });

  test.each([
    [60, '<', 'critical-low'],
    [210, '>', 'critical-high'],
    // Surely too little, perhaps by far: a doctor finds out before the patient reads it.
    [115, '<', 'critical-low'],
    [150, '>', 'critical-high'],
    [150, '<', 'unjudged'],
    [120, '>', 'unjudged'],
    [100, '>', 'unjudged'],
  ] as const)('what an apparatus can only bound (%i with %s) is %s', (value, comparator, level) => {
    expect(levelOf(value, woman, { comparator })).toBe(level);
  });

  test('less than can be measured is as usual where nothing is, too', () => {
    const traces = { ...haemoglobin, critical: [], ranges: [group({ low: 0, high: 0.5 })] };
    const level = (value: number, comparator: '<' | '>') =>
      interpret(result({ value, comparator }), traces, woman).level;
    expect([level(0.01, '<'), level(0.5, '<'), level(0.5, '>'), level(5, '<')]).toEqual([
      'normal',
      'normal',
      'high',
      'unjudged',
    ]);
  });

  test('the laboratory’s own range wins over the table, its own alarm over both', () => {
    expect(levelOf(114, woman, { bounds: { low: 100, high: 160 } })).toBe('normal');
    expect(levelOf(120, woman, { flag: 'critical-low' })).toBe('critical-low');
    expect(levelOf(65, woman, { bounds: { low: 60, high: 160 }, flag: 'normal' })).toBe('critical-low');
  });

  test('of the laboratory’s judgement and the comparison the graver one counts, and no bar contradicts it', () => {
    expect(interpret(result({ value: 120, flag: 'high' }), haemoglobin, woman)).toMatchObject({
      level: 'high',
      bounds: null,
    });
    expect(levelOf(98, woman, { flag: 'normal' })).toBe('low');
    expect(levelOf(98, woman, { flag: 'abnormal' })).toBe('low');
    expect(levelOf(4, woman, { bounds: { low: 3, high: 6 }, flag: 'high' })).toBe('critical-low');
  });

  test('a pregnant woman judged by a row for everybody is told so; a row without bounds judges nothing', () => {
    const { ranges, ...rest } = haemoglobin;
    const general = { ...rest, ranges: ranges.filter(({ pregnant }) => !pregnant) };
    const open = { ...rest, ranges: [...general.ranges, group({ pregnant: true })] };
    const pregnant = { ...woman, pregnant: true };
    expect(interpret(result({ value: 112 }), general, pregnant)).toMatchObject({
      level: 'low',
      notForPregnancy: true,
    });
    expect(interpret(result({ value: 112 }), open, pregnant)).toMatchObject({
      level: 'unjudged',
      bounds: null,
    });
  });

  test('words are compared with the usual ones; a screening result goes to the doctor first', () => {
    const words = { ...haemoglobin, usualWords: ['阴性'], ranges: [], critical: [] };
    const level = (text: string, item: LaboratoryItem) => interpret(result({ text }), item, woman).level;
    expect(level('阴性', words)).toBe('normal');
    expect(level('阳性', words)).toBe('abnormal');
    expect(level('阳性', { ...words, doctorFirst: true })).toBe('critical');
    expect(level('A 型', { ...words, usualWords: [] })).toBe('unjudged');
  });

  test.each([
    ['阴性（－）', null, 'normal'],
    ['阴 性', null, 'normal'],
    ['Negative', null, 'normal'],
    ['阴性 0.05', 'normal', 'normal'],
    ['阴性 0.05', null, 'critical'],
    ['弱阳性', 'normal', 'critical'],
    ['阳性', 'normal', 'critical'],
    ['+', 'normal', 'critical'],
    ['阴性', 'abnormal', 'critical'],
  ] as const)('the words %s with the laboratory’s %s are %s', (text, flag, level) => {
    const screening = { ...haemoglobin, usualWords: ['阴性', '-', '阴性(-)'], doctorFirst: true };
    expect(interpret(result({ text, flag }), screening, woman).level).toBe(level);
  });
});

test.each([
  ['2026-02-10', '28d', true],
  ['2026-02-11', '28d', false],
  ['2026-02-10', '1m', true],
  ['2026-02-11', '1m', false],
  ['2025-03-10', '1y', true],
  ['2025-03-11', '12m', false],
  ['2008-03-10', '18y', true],
] as const)('born on %s, %s is reached: %s', (born, age, reached) => {
  const bound = ageBound(age);
  expect(bound && hasReached(calendarDay(born), day, bound)).toBe(reached);
});

describe('what to do now', () => {
  const report = (
    level: ResultLevel,
    fields: Partial<JudgedReport['results'][number]> = {},
  ): JudgedReport => ({
    sourceId: 's',
    category: 'laboratory',
    title: 't',
    status: 'final',
    outpatientNumber: null,
    orderId: null,
    lineId: null,
    collectedAt: 0,
    issuedAt: 0,
    pregnant: null,
    urgent: false,
    findings: null,
    impression: null,
    results: [{ ...result({ value: 1 }), level, bounds: null, by: null, notForPregnancy: false, ...fields }],
  });

  test.each([
    [report('normal'), 'nothing'],
    [report('low'), 'see-doctor'],
    [report('unjudged'), 'see-doctor'],
    [report('critical-high'), 'see-doctor-now'],
    [{ ...report('normal'), urgent: true }, 'see-doctor-now'],
    [{ ...report('normal'), category: 'imaging' as const }, 'see-doctor'],
    [report('normal', { notForPregnancy: true }), 'see-doctor'],
  ])('case %#', (judged, now) => {
    expect(whatNow(judged)).toBe(now);
  });
});
