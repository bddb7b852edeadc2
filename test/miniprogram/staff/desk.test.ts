import { describe, expect, test } from '@jest/globals';
import type { OrderLineView, OrderView } from '@core/contract/clinic-views';
import type { DeskReport, LaboratoryTable, SentReport } from '@core/contract/report';
import { calendarDay } from '@core/domain/calendar-day';
import type { ReportState } from '@core/domain/report/release';
import { fen } from '@core/domain/money';
import { deskDays, deskRows, desksOf } from '../../../miniprogram/packages/staff/pages/desk/desk.view';
import { fieldsFor, readForm } from '../../../miniprogram/packages/staff/pages/desk-report/form';
import { statusesAfter } from '../../../miniprogram/packages/staff/pages/desk-report/choices';
import { sentWords, whoWords } from '../../../miniprogram/packages/staff/pages/desk-report/sent-words';
import { numberIn } from '../../../miniprogram/packages/staff/pages/desk-report/typed-number';
import {
  begun,
  isUnjudged,
  NOTHING_KNOWN,
  typedReport,
  type Typed,
} from '../../../miniprogram/packages/staff/pages/desk-report/typed-report';
import { itemDetail } from '../../../miniprogram/packages/staff/pages/laboratory/item.view';
import { tableView } from '../../../miniprogram/packages/staff/pages/laboratory/laboratory.view';
import { reasonText, settlingOf } from '../../../miniprogram/packages/staff/reason-words';
import { submittedText } from '../../../miniprogram/packages/staff/submitted-words';
import { settledMe as me } from '../people';

const NOW = 1000;

const line = (fields: Partial<OrderLineView>): OrderLineView => ({
  lineId: 'l1',
  itemId: 'lab-blood-count',
  name: '血常规',
  category: 'laboratory',
  desk: 'laboratory',
  feeFen: fen(2000),
  quantity: 1,
  placeId: 'f1-lab',
  preparation: null,
  state: 'ordered',
  paid: true,
  cancelReason: null,
  notDoneReason: null,
  undoUntil: null,
  ...fields,
});

const order = (lines: readonly OrderLineView[]): OrderView => ({
  orderId: 'o1',
  billId: 'b1',
  appointmentId: 'a1',
  patientId: 'p1',
  maskedPatientName: '林*',
  practitionerName: '田禾',
  clinicName: '全科门诊',
  day: calendarDay('2026-03-10'),
  placedAt: 1,
  lines,
});

describe('the desk', () => {
  test('is only for those who work at one', () => {
    const roles = [
      { role: 'doctor', practitionerId: 'dr-tian', label: '' },
      { role: 'imaging', practitionerId: null, label: '' },
    ] as const;
    expect(desksOf({ ...me, roles })).toEqual(['imaging']);
    expect(desksOf({ ...me, roles: [] })).toEqual([]);
  });

  test.each([
    [{}, { state: '等着做', mayExecute: true, mayRefuse: true, mayReport: false }],
    [{ paid: false }, { state: '还没付钱', mayExecute: false, mayRefuse: true }],
    [
      { paid: false, feeFen: fen(0) },
      { state: '等着做', mayExecute: true },
    ],
    [{ state: 'executed' }, { state: '已做', mayExecute: false, mayRefuse: false, mayReport: true }],
    [{ state: 'executed', desk: 'pharmacy', category: 'drug' }, { mayReport: false }],
    [{ state: 'executed', undoUntil: NOW + 1 }, { mayUndo: true }],
    [{ state: 'executed', undoUntil: NOW }, { mayUndo: false }],
    [
      { state: 'executed', desk: 'pharmacy', undoUntil: NOW + 1 },
      { undoWords: expect.stringMatching(/没有交到患者手里.*付过的钱不变/) },
    ],
    [{ state: 'not-done' }, { state: '没做', mayExecute: true, mayRefuse: false }],
    [{ state: 'cancelled' }, { state: '医生取消了', tone: 'warning', mayExecute: false, mayRefuse: true }],
    [
      { state: 'cancelled', paid: false },
      { state: '医生取消了', mayExecute: false, mayRefuse: false },
    ],
  ] as const)('offers what can be done with a line: case %#', (fields, row) => {
    const one = line(fields);
    expect(deskRows([order([one])], one.desk, NOW)).toMatchObject([row]);
  });

  test('looks back at the days whose results come later', () => {
    const days = deskDays(Date.parse('2026-03-02T08:00:00+08:00'));
    expect(days.slice(0, 3).map(({ day, top, date }) => [day, top, date])).toEqual([
      ['2026-03-02', '今天', '3/2'],
      ['2026-03-01', '昨天', '3/1'],
      ['2026-02-28', '周六', '2/28'],
    ]);
  });

  test('shows only its own lines, what is to be done first', () => {
    const lines = [
      line({ lineId: 'l1', state: 'executed' }),
      line({ lineId: 'l2' }),
      line({ lineId: 'l3', desk: 'imaging' }),
    ];
    expect(deskRows([order(lines)], 'laboratory', NOW).map(({ lineId }) => lineId)).toEqual(['l2', 'l1']);
  });
});

const item = (code: string, usualWords: readonly string[] = []) => ({
  code,
  name: code,
  short: code,
  unit: usualWords.length > 0 ? '' : '10^9/L',
  decimals: 1,
  usualWords,
  rows: 3,
  unreviewedRows: code === 'wbc' ? 2 : 0,
  wordsReviewed: code !== 'wbc',
});

const table: LaboratoryTable = {
  items: [item('hbsag', ['阴性']), item('wbc')],
  panels: [{ panelId: 'p', name: '', itemIds: ['lab-x'], codes: ['wbc', 'hbsag'] }],
};

const fresh: DeskReport = { ...NOTHING_KNOWN, sourceId: 'o1-l1', executedAt: 4, sent: null };

const typed: Typed = {
  desk: 'laboratory',
  orderId: 'o1',
  lineId: 'l1',
  name: '血常规',
  known: fresh,
  ...begun(fresh),
};

const sent: SentReport = {
  status: 'final',
  collectedAt: 100,
  issuedAt: 5000,
  pregnant: true,
  urgent: true,
  results: [
    { code: 'wbc', name: 'wbc', value: 0.5, comparator: '<', text: null, unit: '10^9/L', level: 'low' },
    { code: 'hbsag', name: 'hbsag', value: null, comparator: null, text: '阴性', unit: '', level: 'normal' },
    {
      code: 'other:in-words',
      name: '血常规',
      value: null,
      comparator: null,
      text: '未见',
      unit: '',
      level: 'critical',
    },
    { code: 'other:x', name: '别的', value: 1, comparator: null, text: null, unit: '', level: 'normal' },
  ],
  findings: '看到',
  impression: '说明',
};

describe('the form of a report', () => {
  test('has the fields of what was ordered, and none where no table knows it', () => {
    expect(fieldsFor(table, 'lab-x', null).map(({ label }) => label)).toEqual(['wbc（×10⁹/L）', 'hbsag']);
    expect(fieldsFor(table, 'lab-y', null)).toEqual([]);
  });

  test('takes numbers and words, leaves out what was not measured, and names what is no number', () => {
    const [wbc, hbsag] = fieldsFor(table, 'lab-x', null);
    if (!wbc || !hbsag) throw new Error('No fields');
    expect(readForm([{ ...wbc, value: ' 6.1 ' }, hbsag], table)).toEqual({
      ok: true,
      results: [{ code: 'wbc', name: 'wbc', unit: '10^9/L', value: 6.1, comparator: null, text: null }],
    });
    expect(
      readForm(
        [
          { ...wbc, value: '六' },
          { ...hbsag, value: '阴性' },
        ],
        table,
      ),
    ).toMatchObject({
      ok: false,
      fields: [{ error: expect.stringMatching(/^请写数字，比如 5.2/) }, { error: '' }],
    });
  });

  test('becomes a report by the order; words without a table carry the desk’s own judgement', () => {
    expect(typedReport({ ...typed, pregnancy: 'yes' }, [], 5)).toMatchObject({
      sourceId: 'o1-l1',
      outpatientNumber: null,
      pregnant: true,
      // The sample was taken when the line was done, not when its result is typed.
      collectedAt: 4,
      issuedAt: 5,
    });
    const unjudged = { ...typed, words: '未见上皮内病变' };
    expect([isUnjudged(typed), isUnjudged(unjudged)]).toEqual([false, true]);
    const words = typedReport({ ...unjudged, judgement: 'N' }, [], 5);
    expect(words.results).toMatchObject([{ text: '未见上皮内病变', flag: 'N', name: '血常规' }]);
    const picture = typedReport(
      { ...typed, desk: 'imaging', findings: 'a', impression: 'b', urgency: 'yes' },
      [],
      5,
    );
    expect(picture).toMatchObject({ findings: 'a', impression: 'b', urgent: true, results: [] });
  });

  test.each([
    ['5.2', 5.2, null],
    ['＜０．５', 0.5, '<'],
    ['< 0。5', 0.5, '<'],
    ['≥1000', 1000, '>='],
  ])('reads %s as a number', (written, value, comparator) => {
    expect(numberIn(written)).toEqual({ value, comparator });
  });

  test.each(['', '5,2', '-1', '5-6', '<', '1.2.3'])('does not guess what %s is', (written) => {
    expect(numberIn(written)).toBeNull();
  });

  test('of a correction begins with everything that was sent, and goes on under its number and time', () => {
    const known = { ...fresh, sourceId: 'LIS-1', sent };
    const fields = fieldsFor(table, 'lab-y', sent);
    expect(fields.map(({ code, value }) => [code, value])).toEqual([
      ['wbc', '<0.5'],
      ['hbsag', '阴性'],
    ]);
    const form = { ...typed, known, ...begun(known) };
    expect(form).toMatchObject({ status: 'amended', pregnancy: 'yes', words: '未见', judgement: 'AA' });
    expect(statusesAfter(sent).map(({ value }) => value)).toEqual(['amended', 'entered-in-error']);
    expect(typedReport(form, [], 5)).toMatchObject({ sourceId: 'LIS-1', collectedAt: 100, issuedAt: 5000 });
    expect(whoWords({ ...known, maskedPatientName: '沈*溪', ageYears: 35 })).toBe('沈*溪，女，35 岁');
    expect(sentWords(known, fields, 5000)).toMatch(/别的在这里填不了/);
  });

  test('after a preliminary one is the final one; without one there is nothing to correct', () => {
    const known = { ...fresh, sent: { ...sent, status: 'preliminary' as const, results: [] } };
    expect(begun(known).status).toBe('final');
    expect(sentWords(known, [], 5000)).toMatch(/初步结果/);
    expect(statusesAfter(null).map(({ value }) => value)).toEqual(['final', 'preliminary']);
    expect(sentWords(fresh, [], 5000)).toBe('');
  });

  test('says of a file that was refused how it is settled, and offers it again only where that can help', () => {
    expect(settlingOf([{ code: 'NOT_EXECUTED', at: null }])).toMatchObject({ mayRetry: true });
    const broken = { code: 'BAD_TIME', at: null } as const;
    expect(settlingOf([broken, { code: 'UNKNOWN_ITEM', at: 'x' }])).toMatchObject({ mayRetry: false });
  });

  test('says what became of it, every reason in plain words', () => {
    const reasons = [{ code: 'UNIT_MISMATCH', at: '白细胞计数' }] as const;
    expect(reasonText(reasons[0])).toMatch(/^白细胞计数：单位和项目表不一样/);
    expect(submittedText({ state: 'quarantined', fileId: 'q1', reasons }).title).toBe('没有收进来');
    const became = (becomes: ReportState, critical = false) =>
      submittedText({ state: 'accepted', reportId: 'r1', becomes, critical }).reason;
    expect(became('awaiting-doctor', true)).toMatch(/危急值：医生确认以前，患者看不到/);
    expect(became('released')).toMatch(/患者现在能看到/);
    expect(became('pending')).toMatch(/患者看不到，也没有收到消息/);
    expect(became('pending', true)).toMatch(/医生也还没有收到提醒/);
    expect(became('withdrawn')).toMatch(/患者看不到了/);
    expect(submittedText({ state: 'known', reportId: 'r1' }).title).toBe('已经收过');
  });
});

test('staff see first what nobody has checked', () => {
  const { summary, groups } = tableView(table);
  expect(summary).toBe('一共 2 项，1 项还有没核对的地方。');
  expect(groups[0]?.rows.map(({ code }) => code)).toEqual(['wbc', 'hbsag']);
  expect(groups[0]?.rows[0]?.open).toBe('3 行范围里 2 行没核对，说明的话没核对');
});

test('staff see every row of an item with who says so, to hold it against the document', () => {
  const source = { title: '某某医院检验手册', address: 'https://example.org/1' };
  const group = { sex: null, pregnant: false, from: null, to: null } as const;
  const years = (count: number) => ({ count, unit: 'y' }) as const;
  const { rows } = itemDetail({
    code: 'hgb',
    loinc: null,
    name: '血红蛋白',
    short: 'Hb',
    unit: 'g/L',
    decimals: 0,
    usualWords: [],
    doctorFirst: false,
    about: '看有没有贫血。',
    whenHigh: '',
    whenLow: '偏低多半是贫血。',
    ranges: [
      { ...group, sex: 'female', pregnant: true, from: years(15), low: 110, high: null, source },
      { ...group, to: { count: 1, unit: 'm' }, low: 134, high: 199, source: null },
      { ...group, low: null, high: null, source: null },
    ],
    critical: [{ ...group, from: { count: 28, unit: 'd' }, low: 70, high: 200, source }],
    source: null,
  });
  expect(rows.map(({ whom, says, open }) => [whom, says, open])).toEqual([
    ['女，孕妇，满 15 岁', '参考 不低于 110 g/L', false],
    ['不满 1 个月', '参考 134–199 g/L', true],
    ['所有人', '不比，请医生看', true],
    ['满 28 天', '危急值 低到 70，高到 200 g/L', false],
    ['这一项是什么', '看有没有贫血。', true],
    ['偏低时', '偏低多半是贫血。', true],
  ]);
  expect(rows[0]?.source).toMatch(/某某医院检验手册 https:/);
});
