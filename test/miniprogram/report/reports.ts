import type { ReportDetail, ReportSummary, ResultView } from '@core/contract/report';

export const AT = Date.parse('2026-03-10T08:00:00+08:00');

export const result = (fields: Partial<ResultView> = {}): ResultView => ({
  code: 'hgb',
  name: '血红蛋白',
  short: 'Hb',
  value: 98,
  comparator: null,
  text: null,
  unit: 'g/L',
  decimals: 0,
  level: 'low',
  bounds: { low: 115, high: 150 },
  bar: { from: 0.3, to: 0.7, at: 0.2 },
  notForPregnancy: false,
  about: '看有没有贫血。',
  meaning: '偏低就是贫血。',
  hasTrend: false,
  ...fields,
});

export const summary = (fields: Partial<ReportSummary> = {}): ReportSummary => ({
  reportId: 'r1',
  category: 'laboratory',
  title: '血常规',
  collectedAt: AT - 3_600_000,
  issuedAt: AT,
  state: 'released',
  amended: false,
  unread: true,
  abnormal: 1,
  critical: false,
  unjudged: false,
  maskedNumber: null,
  ...fields,
});

export const detail = (fields: Partial<ReportDetail> = {}): ReportDetail => ({
  ...summary(),
  patientId: 'p1',
  version: 1,
  maskedPatientName: '林*',
  results: [result()],
  findings: null,
  impression: null,
  whatNow: 'see-doctor',
  practitioner: { practitionerId: 'dr-tian', name: '田禾' },
  clinicId: 'family-general',
  acknowledgedAt: null,
  ...fields,
});
