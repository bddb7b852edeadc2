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

const limits = { sex: null, pregnant: false, from: null, to: null, low: 70, high: null, source: null };

const catalogue: LaboratoryCatalogue = {
  items: [
    item('hgb', { loinc: '718-7', critical: [limits] }),
    item('alb'),
    item('hbsag', { unit: '', usualWords: ['阴性'] }),
  ],
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
    patients: [],
  };
}

const EMPTY: ReportBundle = { reports: [], observations: [], patients: [] };

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
    const answer = fromFhir({ ...EMPTY, reports: [broken], observations }, catalogue);
    expect(answer.ok ? [] : answer.reasons.map(({ code }) => code)).toEqual([
      'UNKNOWN_STATUS',
      'UNKNOWN_CATEGORY',
      'BAD_TIME',
    ]);
    expect(fromFhir(EMPTY, catalogue)).toMatchObject({
      reasons: [{ code: 'NO_REPORT' }],
    });
    expect(fromFhir({ ...EMPTY, reports: [...reports, ...reports], observations }, catalogue)).toMatchObject({
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
    expect(fromFhir({ ...EMPTY, reports: [own] }, catalogue)).toMatchObject({
      reasons: [{ code: 'RESULT_MISSING', at: '#gone' }],
    });
    const whole = { ...own, result: [{ reference: '#one' }] };
    expect(fromFhir({ ...EMPTY, reports: [whole] }, catalogue)).toMatchObject({
      ok: true,
      content: {
        results: [
          { code: 'hgb', value: 65, comparator: '<', bounds: { low: 115, high: 150 }, flag: 'critical-low' },
        ],
      },
    });
  });
});

/** One observation as a laboratory's own system writes it, in a final report. */
function sent(observation: Partial<Observation>, report: Partial<DiagnosticReport> = {}) {
  const [own] = bundleOf(toFhir(typed)).reports;
  const one: Observation = {
    resourceType: 'Observation',
    id: 'one',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '718-7' }] },
    ...observation,
  };
  const whole = {
    ...(own as DiagnosticReport),
    result: [{ reference: '#one' }],
    contained: [one],
    ...report,
  };
  return fromFhir({ ...EMPTY, reports: [whole] }, catalogue);
}
const firstOf = (...file: Parameters<typeof sent>) => {
  const answer = sent(...file);
  return answer.ok ? answer.content.results[0] : answer.reasons[0]?.code;
};

describe('what a laboratory’s own system writes', () => {
  test.each([
    ['<5 g/L', { value: 5, comparator: '<', unit: 'g/L', text: null }],
    ['＞ 1000 g/l', { value: 1000, comparator: '>' }],
    ['≤ 5.5 g/L', { value: 5.5, comparator: '<=' }],
    ['108 g/L', { value: 108, comparator: null }],
    ['溶血', { value: null, text: '溶血' }],
  ])('the words %s are read as what they say', (valueString, result) => {
    expect(firstOf({ valueString })).toMatchObject(result);
  });

  test.each([
    ['<5', 'UNIT_MISMATCH'],
    ['5 mg/dL', 'UNIT_MISMATCH'],
    ['3,5 g/L', 'UNIT_MISMATCH'],
    ['约 60', 'IMPLAUSIBLE'],
  ])('%s could hide a critical value among the words: %s', (valueString, code) => {
    expect(firstOf({ valueString })).toBe(code);
  });

  test('its range counts in the value’s own unit, and where it is the only usual one', () => {
    const valueQuantity = { value: 108, code: 'g/L' };
    const of = (...referenceRange: Observation['referenceRange'] & object) =>
      firstOf({ valueQuantity, referenceRange });
    const usual = { low: { value: 100, unit: 'g/L' }, high: { value: 160 } };
    const therapy = { type: { coding: [{ code: 'treatment' }] }, low: { value: 10 } };
    expect(of(therapy, usual)).toMatchObject({ bounds: { low: 100, high: 160 } });
    expect(of(usual, { low: { value: 110 } })).toMatchObject({ bounds: null });
    expect(of({ low: { value: 10, unit: 'g/dL' } })).toBe('UNIT_MISMATCH');
    expect(of({ low: { value: 160 }, high: { value: 100 } })).toBe('IMPLAUSIBLE');
  });

  test('positive and negative judge nothing that the table knows: being Rh positive is as usual', () => {
    const interpretation = [{ coding: [{ code: 'POS' }] }];
    const coding = [{ system: 'urn:yilutong:laboratory-item', code: 'hbsag' }];
    const text = { valueString: '阳性', interpretation };
    expect(firstOf({ ...text, code: { coding } })).toMatchObject({ flag: null });
    expect(firstOf({ ...text, code: { text: '别的' } })).toMatchObject({ flag: 'abnormal' });
  });

  test('a panel stands for its members', () => {
    const panel = { resourceType: 'Observation', id: 'p', hasMember: [{ reference: '#one' }] } as const;
    const one = { resourceType: 'Observation', id: 'one', status: 'final', valueString: '108 g/L' } as const;
    const code = { coding: [{ system: 'http://loinc.org', code: '718-7' }] };
    const file = { result: [{ reference: '#p' }], contained: [panel, { ...one, code }] };
    expect(firstOf({}, file)).toMatchObject({ code: 'hgb', value: 108 });
  });

  test('a foreign code that is spelt like one of ours stays foreign', () => {
    const foreign = { coding: [{ system: 'urn:elsewhere', code: 'hgb' }], text: '游离血红蛋白' };
    const measured = {
      valueQuantity: { value: -3, unit: 'mg/L' },
      referenceRange: [{ high: { value: 40 } }],
    };
    expect(firstOf({ code: foreign, ...measured })).toMatchObject({ code: 'other:hgb', value: -3 });
  });

  test('the person may stand in a resource of its own; a result about somebody else is refused', () => {
    const identifier = [{ system: 'urn:yilutong:outpatient-number', value: ' 2000000002 ' }];
    const patient = { resourceType: 'Patient', id: 'p', identifier } as const;
    const [own] = bundleOf(toFhir(typed)).reports;
    const report = { ...(own as DiagnosticReport), subject: { reference: 'Patient/p' }, status: 'cancelled' };
    expect(fromFhir({ ...EMPTY, reports: [report], patients: [patient] }, catalogue)).toMatchObject({
      content: { outpatientNumber: '2000000002' },
    });
    const contained = { ...report, subject: { reference: '#p' }, contained: [patient] };
    expect(fromFhir({ ...EMPTY, reports: [contained] }, catalogue)).toMatchObject({
      content: { outpatientNumber: '2000000002' },
    });
    const valueQuantity = { value: 108, unit: 'g/L' };
    expect(firstOf({ valueQuantity, subject: { identifier: { value: 'somebody else' } } })).toBe(
      'OTHER_PATIENT',
    );
  });

  test('a report is taken back whatever is wrong with what it said', () => {
    const taken = sent({ valueString: '' }, { status: 'entered-in-error', result: [{ reference: '#gone' }] });
    expect(taken).toMatchObject({ ok: true, content: { status: 'withdrawn', results: [], urgent: false } });
  });

  test.each(['constructor', 'toString', '__proto__'])('the status %s is none', (status) => {
    const category = [{ coding: [{ code: status }] }];
    const answer = sent({ valueString: '1 g/L', interpretation: category }, { status, category });
    expect(answer.ok ? [] : answer.reasons.map(({ code }) => code)).toEqual([
      'UNKNOWN_STATUS',
      'UNKNOWN_CATEGORY',
    ]);
  });
});

test.each([
  ['10^9/L', '10*9/L', true],
  ['×10^9/L', '10E9/l', true],
  ['μmol/L', 'µmol/L', true],
  ['umol/L', 'μmol/L', true],
  ['秒', 's', true],
  ['×10⁹/L', '10^9/L', true],
  ['g/L', 'g/dL', false],
  ['mmol/L', 'μmol/L', false],
])('%s and %s are the same unit: %s', (one, other, same) => {
  expect(sameUnit(one, other)).toBe(same);
});
