import { describe, expect, test } from '@jest/globals';
import type { ResultLevel } from '@core/domain/report/report';
import { detailView } from '../../../miniprogram/packages/report/pages/report/report.view';
import {
  levelWords,
  rangeText,
  unitText,
  valueText,
} from '../../../miniprogram/services/report/result-words';
import { detail, result } from './reports';

const LEVELS: readonly ResultLevel[] = [
  'critical-low',
  'low',
  'normal',
  'high',
  'critical-high',
  'abnormal',
  'critical',
];

describe('a result in words', () => {
  test('says high and low by a word and a sign, not by colour alone', () => {
    const said = LEVELS.map((level) => levelWords(level));
    expect(new Set(said.map(({ word }) => word)).size).toBe(LEVELS.length);
    expect(new Set(said.map(({ sign }) => sign)).size).toBe(LEVELS.length);
  });

  test.each([
    [{ low: 115, high: 150 }, '115–150'],
    [{ low: null, high: 0.5 }, '不高于 0.5'],
    [{ low: 110, high: null }, '不低于 110'],
    [{ low: null, high: null }, ''],
    [null, ''],
  ])('the range %j is written %j', (bounds, words) => {
    expect(rangeText(bounds)).toBe(words);
  });

  test('writes what was measured, with what the apparatus could only bound', () => {
    expect(valueText(result({ value: 5.1 }))).toBe('5.1');
    expect(valueText(result({ value: 0.00002 }))).toBe('0.00002');
    expect(valueText(result({ value: 0.5, comparator: '<' }))).toBe('小于 0.5');
    expect(valueText(result({ value: null, text: '阴性' }))).toBe('阴性');
    expect([unitText('10^9/L'), unitText('10^12/L'), unitText('g/L')]).toEqual(['×10⁹/L', '×10¹²/L', 'g/L']);
  });
});

describe('the page of a report', () => {
  test('shows what is not as usual first, each with its range, and folds what is', () => {
    const normal = result({ code: 'wbc', name: '白细胞计数', level: 'normal', meaning: '' });
    const view = detailView(detail({ results: [result(), normal] }));
    expect(view.abnormal).toMatchObject([{ code: 'hgb', word: '偏低', sign: '↓', range: '参考 115–150' }]);
    expect(view.abnormal[0]?.spoken).toBe('血红蛋白 98 g/L，偏低，参考范围 115–150');
    expect(view.usual.map(({ code }) => code)).toEqual(['wbc']);
    expect(view.usualTitle).toBe('其余 1 项');
  });

  test.each([
    [detail(), { action: 'book', title: '带着报告找田禾医生看' }],
    [detail({ clinicId: null }), { action: 'call' }],
    // Who acknowledged it need not be the doctor who ordered it: nobody is named.
    [
      detail({ whatNow: 'see-doctor-now' }),
      { action: 'call', tone: 'danger', text: expect.stringMatching(/，医生已经看过/) },
    ],
    [detail({ whatNow: 'nothing', results: [] }), { action: '', tone: 'success' }],
    [detail({ category: 'imaging', practitioner: null }), { tone: 'info', title: '带着报告找医生看' }],
  ] as const)('says what to do now: case %#', (report, now) => {
    expect(detailView(report).now).toMatchObject(now);
  });

  test('never calls usual what nobody could judge', () => {
    const open = detail({
      abnormal: 0,
      unjudged: true,
      results: [result({ level: 'unjudged', bounds: null, bar: null })],
    });
    expect(detailView(open).now?.text).toMatch(/没有一样的正常范围/);
    expect(detailView(open).usual[0]).toMatchObject({ word: '请医生看', range: '' });
  });

  test('does not call a pregnant woman’s results as usual by what is usual for others', () => {
    const compared = detail({ abnormal: 0, results: [result({ level: 'normal', notForPregnancy: true })] });
    expect(detailView(compared).now?.text).toMatch(/孕期的范围不一样，下次产检/);
  });

  test('says of a correction that what was seen before does not count', () => {
    expect(detailView(detail({ amended: true })).corrected).toMatch(/之前看到的不作数/);
    expect(detailView(detail()).corrected).toBe('');
  });

  test('says once that ranges are not for pregnancy, and marks each of them', () => {
    const view = detailView(detail({ results: [result({ notForPregnancy: true })] }));
    expect(view.caution).toMatch(/非孕期/);
    expect(view.abnormal[0]?.range).toBe('非孕期参考 115–150');
    expect(detailView(detail()).caution).toBe('');
  });

  test('says why nothing is shown, and nothing else, while a doctor looks or after it was taken back', () => {
    for (const state of ['awaiting-doctor', 'withdrawn'] as const) {
      const view = detailView(detail({ state, results: [], whatNow: 'nothing' }));
      expect(view.closed).not.toBe('');
      // Who waits with a critical value and feels ill is not to wait for the report.
      expect(view.meanwhile).toMatch(state === 'withdrawn' ? /^$/ : /不要等报告：马上去急诊，或打 120/);
      expect(view.now).toBeNull();
    }
  });
});
