import { expect, test } from '@jest/globals';
import type { CriticalLine, UnacknowledgedLine } from '@core/contract/report';
import { criticalCard, ruleWords } from '../../../miniprogram/packages/clinic/pages/critical/critical.view';
import { lyingRow } from '../../../miniprogram/packages/clinic/pages/critical/lying.view';
import { waitedWords } from '../../../miniprogram/packages/clinic/pages/critical/waited-words';

const MINUTE = 60_000;
const line: CriticalLine = {
  reportId: 'r1',
  version: 1,
  sourceId: 'LIS-1',
  title: '电解质',
  maskedPatientName: '沈*溪',
  ageYears: 76,
  issuedAt: 0,
  since: 0,
  standsInFor: null,
  appointmentId: null,
  results: [],
  findings: null,
  impression: null,
};

test('a doctor who stands in reads whose it is and how long it has waited; the own doctor reads neither', () => {
  expect(criticalCard(line, 42 * MINUTE).why).toBe('');
  expect(criticalCard({ ...line, standsInFor: '田禾' }, 42 * MINUTE).why).toBe(
    '田禾医生开的单。这份已经等了 42 分钟，还没有医生确认，请您先看、先处理。',
  );
  expect(criticalCard({ ...line, standsInFor: '' }, 0).why).toMatch(/^别的医生开的单。这份刚刚收到/);
});

test.each([
  [0, '刚刚收到'],
  [59, '已经等了 59 分钟'],
  [61, '已经等了 1 个多小时'],
  [25 * 60, '已经等了 1 天多'],
])('%i minutes are said as %s', (minutes, words) => {
  expect(waitedWords(0, minutes * MINUTE)).toBe(words);
});

test('the administrator reads who ordered it, who may acknowledge it now, and when others may, by the hospital’s rule', () => {
  const lying: UnacknowledgedLine = {
    reportId: 'r1',
    category: 'laboratory',
    practitionerName: '田禾',
    practitionerThere: false,
    clinicName: '全科诊室',
    departmentPhone: '0000-8000201',
    since: 0,
    reach: 'department',
  };
  expect(lyingRow(lying, 5 * MINUTE)).toMatchObject({
    who: '全科诊室 · 田禾医生',
    reach: '田禾医生现在没有医生身份。同科室的医生现在都能确认。',
  });
  expect(lyingRow({ ...lying, practitionerName: '', clinicName: '' }, 0).who).toBe('开单的医生');
  expect(ruleWords({ departmentAfterMinutes: 30, hospitalAfterMinutes: 60 })).toMatch(/30 分钟.*60 分钟/);
});
