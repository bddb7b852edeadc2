import { describe, expect, test } from '@jest/globals';
import type { LaboratoryCatalogue, LaboratoryItem } from '@core/domain/report/catalogue';
import { fromFhir } from '@core/domain/report/fhir/from-fhir';
import type { DiagnosticReport, Observation, ReportBundle } from '@core/domain/report/fhir/resources';
import { toFhir, type TypedReport } from '@core/domain/report/fhir/to-fhir';
import { sameUnit } from '@core/domain/report/fhir/units';
import fc from 'fast-check';

const item = (code: string, fields: Partial<LaboratoryItem> = {}): LaboratoryItem => ({
  code,
  loinc: null,
  name: code.toUpperCase(),
  short: code,
  unit: 'g/L',
  decimals: 1,
  usualWords: [],
  doctorFirst: false,
  about: '',
  whenHigh: '',
  whenLow: '',
  ranges: [],
  critical: [],
  source: null,
  ...fields,
});

const catalogue: LaboratoryCatalogue = {
  items: [item('hgb', { loinc: '718-7' }), item('alb'), item('hbsag', { unit: '', usualWords: ['阴性'] })],
  panels: [],
};

const AT = Date.parse('2026-03-10T09:00:00+08:00');

const typed: TypedReport = {
  sourceId: 'LIS-1',
  category: 'laboratory',
  status: 'final',
  title: '血常规',
  outpatientNumber: '2000000001',
  orderId: 'oabc',
  lineId: 'l1',
  collectedAt: AT,
  issuedAt: AT + 3_600_000,
  pregnant: null,
  urgent: false,
  results: [{ code: 'hgb', name: '血红蛋白', unit: 'g/L', value: 108, text: null }],
  findings: '',
  impression: '',
};

interface Entry {
  readonly fullUrl?: string;
  readonly resource: { readonly resourceType: string };
}

function bundleOf(json: object): ReportBundle {
  const { entry } = json as { readonly entry: readonly Entry[] };
  const of = (type: string) => entry.filter(({ resource }) => resource.resourceType === type);
  return {
    reports: of('DiagnosticReport').map(({ resource }) => resource as unknown as DiagnosticReport),
    observations: of('Observation').map(({ fullUrl, resource }) => ({
      ...(resource as unknown as Observation),
      fullUrl,
    })),
  };
}

const read = (fields: Partial<TypedReport>) => fromFhir(bundleOf(toFhir({ ...typed, ...fields })), catalogue);
const reasonsOf = (fields: Partial<TypedReport>) => {
  const answer = read(fields);
  return answer.ok ? [] : answer.reasons.map(({ code }) => code);
};

describe('reports as FHIR R4', () => {
  test('what a desk types comes out of FHIR as it went in', () => {
    fc.assert(
      fc.property(
        fc.record({
          status: fc.constantFrom('preliminary', 'final', 'amended'),
          pregnant: fc.option(fc.boolean()),
          hgb: fc.integer({ min: 0, max: 300 }),
          hbsag: fc.constantFrom('阴性', '阳性'),
        }),
        ({ hgb, hbsag, ...rest }) => {
          const results = [
            { code: 'hgb', name: 'HGB', unit: 'g/L', value: hgb, text: null },
            { code: 'hbsag', name: 'HBSAG', unit: '', value: null, text: hbsag },
          ];
          const answer = read({ ...rest, results });
          if (!answer.ok) throw new Error(JSON.stringify(answer.reasons));
          const { status, urgent, ...same } = { ...typed, ...rest };
          expect(answer.content).toMatchObject({
            ...same,
            urgent,
            status,
            findings: null,
            impression: null,
            results: results.map((one) => ({ ...one, comparator: null, bounds: null, flag: null })),
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a picture comes with what was seen and what it means, and says when a doctor must see it first', () => {
    const picture = {
      category: 'imaging',
      results: [],
      findings: '子宫前位',
      impression: '未见异常',
    } as const;
    const answer = read({ ...picture, urgent: true });
    expect(answer).toMatchObject({
      ok: true,
      content: { findings: '子宫前位', impression: '未见异常', urgent: true, results: [] },
    });
    expect(reasonsOf({ ...picture, impression: '' })).toEqual(['NO_FINDINGS']);
  });

  test.each([
    ['no number', { sourceId: ' ' }, ['NO_NUMBER']],
    ['nobody', { outpatientNumber: null, orderId: null }, ['NO_PATIENT']],
    ['no results', { results: [] }, ['NO_RESULTS']],
    ['another unit', { results: [{ ...typed.results[0], unit: 'mg/dL' }] }, ['UNIT_MISMATCH']],
    ['less than nothing', { results: [{ ...typed.results[0], value: -1 }] }, ['IMPLAUSIBLE']],
    ['a number for words', { results: [{ ...typed.results[0], code: 'hbsag' }] }, ['UNIT_MISMATCH']],
    ['no value', { results: [{ ...typed.results[0], value: null, text: '' }] }, ['RESULT_WITHOUT_VALUE']],
    ['an item twice', { results: [typed.results[0], typed.results[0]] }, ['RESULT_TWICE']],
    ['an unknown item', { results: [{ ...typed.results[0], code: 'xyz' }] }, ['UNKNOWN_ITEM']],
  ])('%s is named as the reason', (_name, fields, reasons) => {
    expect(reasonsOf(fields as Partial<TypedReport>)).toEqual(reasons);
  });

  test('all faults of a file are named at once', () => {
    const { reports, observations } = bundleOf(toFhir(typed));
    const broken = { ...reports[0], status: 'great', issued: '2026-03-10', category: [] } as DiagnosticReport;
    const answer = fromFhir({ reports: [broken], observations }, catalogue);
    expect(answer.ok ? [] : answer.reasons.map(({ code }) => code)).toEqual([
      'UNKNOWN_STATUS',
      'UNKNOWN_CATEGORY',
      'BAD_TIME',
    ]);
    expect(fromFhir({ reports: [], observations: [] }, catalogue)).toMatchObject({
      reasons: [{ code: 'NO_REPORT' }],
    });
    expect(fromFhir({ reports: [...reports, ...reports], observations }, catalogue)).toMatchObject({
      reasons: [{ code: 'SEVERAL_REPORTS' }],
    });
  });

  test('a laboratory system writes LOINC, contained observations, its own range and alarm', () => {
    const own: DiagnosticReport = {
      ...(bundleOf(toFhir(typed)).reports[0] as DiagnosticReport),
      result: [{ reference: '#one' }, { reference: '#gone' }],
      contained: [
        {
          resourceType: 'Observation',
          id: 'one',
          status: 'final',
          code: { coding: [{ system: 'http://loinc.org', code: '718-7' }] },
          valueQuantity: { value: 65, comparator: '<', unit: 'g/l' },
          referenceRange: [{ low: { value: 115 }, high: { value: 150 } }],
          interpretation: [{ coding: [{ code: 'LL' }] }],
        },
      ],
    };
    expect(fromFhir({ reports: [own], observations: [] }, catalogue)).toMatchObject({
      reasons: [{ code: 'RESULT_MISSING', at: '#gone' }],
    });
    const whole = { ...own, result: [{ reference: '#one' }] };
    expect(fromFhir({ reports: [whole], observations: [] }, catalogue)).toMatchObject({
      ok: true,
      content: {
        results: [
          { code: 'hgb', value: 65, comparator: '<', bounds: { low: 115, high: 150 }, flag: 'critical-low' },
        ],
      },
    });
  });
});

test.each([
  ['10^9/L', '10*9/L', true],
  ['×10^9/L', '10E9/l', true],
  ['μmol/L', 'µmol/L', true],
  ['umol/L', 'μmol/L', true],
  ['秒', 's', true],
  ['g/L', 'g/dL', false],
  ['mmol/L', 'μmol/L', false],
])('%s and %s are the same unit: %s', (one, other, same) => {
  expect(sameUnit(one, other)).toBe(same);
});
