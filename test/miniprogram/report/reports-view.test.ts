import { describe, expect, test } from '@jest/globals';
import type { TrendView } from '@core/contract/report';
import { lineOf } from '@core/domain/report/trend';
import { missingState } from '../../../miniprogram/packages/report/missing-state';
import {
  firstReader,
  personChoices,
  reportRow,
  unreadableName,
} from '../../../miniprogram/packages/report/pages/reports/reports.view';
import { drawTrend, type Pen } from '../../../miniprogram/packages/report/pages/trend/draw-trend';
import { trendPageView } from '../../../miniprogram/packages/report/pages/trend/trend.view';
import { ownCard as mother, settledMe as me } from '../people';
import { AT, summary } from './reports';

describe('the list of reports', () => {
  test.each([
    [summary(), { state: '1 项不正常 !', tone: 'warning', note: '' }],
    [summary({ abnormal: 0 }), { state: '都正常 ✓', tone: 'success' }],
    [summary({ abnormal: 0, unjudged: true }), { state: '请医生看', tone: 'neutral' }],
    [summary({ critical: true }), { state: '有要紧的结果 !!', tone: 'danger' }],
    [summary({ category: 'imaging', abnormal: 0 }), { state: '看检查提示' }],
    [summary({ state: 'awaiting-doctor' }), { state: '医生在看', tone: 'neutral' }],
    [summary({ state: 'withdrawn' }), { state: '已收回' }],
    [summary({ amended: true }), { title: '血常规（更正）' }],
  ] as const)('says how each one stands: case %#', (report, row) => {
    expect(reportRow(report, AT)).toMatchObject(row);
  });

  test('begins with whom the page was opened for, else with the usual card', () => {
    const one = { ...mother, isDefault: false };
    const other = { ...mother, patientId: 'p-other', isDefault: true };
    const known = { ...me, patients: [one, other] };
    expect(firstReader(known, one.patientId)).toBe(one.patientId);
    expect(firstReader(known, undefined)).toBe('p-other');
    expect(firstReader(known, 'p-stranger')).toBe('p-other');
    expect(personChoices(known, 'p-other').map(({ chosen }) => chosen)).toEqual([false, true]);
  });

  test('offers a relative who agreed to other things only, and says so by name', () => {
    const consent = { consentId: 'c1', scopes: ['book'], until: AT } as const;
    const father = { ...mother, patientId: 'p-father', relationship: 'relative', consent } as const;
    const known = { ...me, patients: [mother, father] };
    expect(personChoices(known, 'p-father')).toHaveLength(2);
    expect(unreadableName(known, 'p-father')).toBe(father.maskedName);
    expect(unreadableName(known, mother.patientId)).toBeNull();
    const agreed = { ...father, consent: { ...consent, scopes: ['book', 'reports'] } } as const;
    expect(unreadableName({ ...me, patients: [agreed] }, 'p-father')).toBeNull();
    const alone = {
      ...me,
      patients: [
        { ...father, isDefault: false },
        { ...mother, isDefault: false },
      ],
    };
    expect(firstReader(alone, undefined)).toBe(mother.patientId);
  });

  test('says what is missing before there can be any', () => {
    expect(missingState({ ...me, signedIn: false }, '')).toMatchObject({ state: 'refused' });
    expect(missingState({ ...me, patients: [] }, '')).toMatchObject({ state: 'empty' });
    expect(missingState(me, 'p1')).toBeNull();
  });
});

describe('a trend', () => {
  const bounds = { low: 115, high: 150 };
  const points = [
    { reportId: 'r1', at: AT - 86_400_000, value: 118, comparator: null, level: 'normal', bounds },
    { reportId: 'r2', at: AT, value: 98, comparator: null, level: 'low', bounds },
  ] as const;
  const trend: TrendView = {
    code: 'hgb',
    name: '血红蛋白',
    unit: 'g/L',
    decimals: 0,
    about: '',
    direction: 'falling',
    points,
    line: lineOf(points),
    otherUnits: 0,
  };

  test('says in a sentence and in a table what its picture shows', () => {
    const view = trendPageView(trend);
    expect(view.summary).toBe('血红蛋白测过 2 次，最近一次 98 g/L，偏低，比上一次低了。');
    expect(view.rows.map(({ reportId, word }) => [reportId, word])).toEqual([
      ['r2', '偏低 ↓'],
      ['r1', '正常 ✓'],
    ]);
  });

  test('writes an open value as it was, and what could not be drawn beside the others', () => {
    const open = { ...points[1], comparator: '<' as const };
    const view = trendPageView({ ...trend, direction: null, points: [open], otherUnits: 2 });
    expect(view.rows[0]?.value).toBe('小于 98 g/L');
    expect(view.summary).toMatch(/最近一次 小于 98 g\/L，偏低。$/);
    expect(view.left).toMatch(/另有 2 次单位不一样/);
    expect(trendPageView(trend).left).toBe('');
  });

  test('draws what is usual as a dot and what is not as a square', () => {
    const drawn: string[] = [];
    const noted = (name: string) => () => void drawn.push(name);
    const names = [
      'clearRect',
      'fillRect',
      'beginPath',
      'moveTo',
      'lineTo',
      'arc',
      'fill',
      'stroke',
    ] as const;
    const pen = {
      fillStyle: '',
      strokeStyle: '',
      lineWidth: 0,
      ...Object.fromEntries(names.map((name) => [name, noted(name)])),
    } as unknown as Pen;
    drawTrend(pen, trend.line, { width: 300, height: 200 }, { line: 'l', band: 'b', odd: 'o', grid: 'g' });
    expect(drawn.filter((name) => name === 'arc')).toHaveLength(1);
    // The usual band, and the one point outside of it.
    expect(drawn.filter((name) => name === 'fillRect')).toHaveLength(2);
  });
});
