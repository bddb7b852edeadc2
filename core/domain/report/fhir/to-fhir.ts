import type { Comparator, ReportCategory } from '../report';
import { fhirInstant } from './instant';
import { IMAGING_FINDINGS, SYSTEMS, type Observation } from './resources';

/** One line of the desk's form: a number with its unit, or words. */
export interface TypedResult {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly value: number | null;
  /** Where the apparatus says no more than that; a plain number where left out. */
  readonly comparator?: Comparator | null;
  readonly text: string | null;
  /** The desk's own judgement, for results that no table knows: as usual, not, or for a doctor first. */
  readonly flag?: 'N' | 'A' | 'AA';
}

/** What a desk types into its form. */
export interface TypedReport {
  /** The desk's own number of the report. */
  readonly sourceId: string;
  readonly category: ReportCategory;
  readonly status: 'preliminary' | 'final' | 'amended' | 'entered-in-error';
  readonly title: string;
  /** Null where the order says whose report it is. */
  readonly outpatientNumber: string | null;
  readonly orderId: string | null;
  readonly lineId: string | null;
  readonly collectedAt: number;
  readonly issuedAt: number;
  readonly pregnant: boolean | null;
  /** A doctor must see it before anybody else. */
  readonly urgent: boolean;
  readonly results: readonly TypedResult[];
  readonly findings: string;
  readonly impression: string;
}

const SECTION = { laboratory: 'LAB', imaging: 'RAD' } as const;

function observation(id: string, fields: Partial<Observation>): object {
  return {
    fullUrl: `urn:yilutong:${id}`,
    resource: { resourceType: 'Observation', id, status: 'final', ...fields },
  };
}

const own = (system: string, code: string, text: string) => ({ coding: [{ system, code }], text });

const quantityOf = ({ value, comparator, unit }: TypedResult): object => ({
  value,
  ...(comparator ? { comparator } : {}),
  unit,
});

const resultOf = (result: TypedResult, index: number): object => {
  const { code, name, value, text, flag } = result;
  return observation(`result-${String(index + 1)}`, {
    code: own(SYSTEMS.laboratoryItem, code, name),
    ...(flag === undefined ? {} : { interpretation: [{ coding: [{ code: flag }] }] }),
    ...(value === null ? { valueString: text ?? '' } : { valueQuantity: quantityOf(result) }),
  });
};

/** The form as a FHIR R4 bundle, so that a report that was typed and one that was sent go the same way. */
export function toFhir(typed: TypedReport): object {
  const observations = [
    ...typed.results.map(resultOf),
    ...(typed.findings === ''
      ? []
      : [
          observation('findings', {
            code: own(SYSTEMS.circumstance, IMAGING_FINDINGS, '检查所见'),
            valueString: typed.findings,
            ...(typed.urgent ? { interpretation: [{ coding: [{ code: 'AA' }] }] } : {}),
          }),
        ]),
    ...(typed.pregnant === null
      ? []
      : [
          observation('pregnancy', {
            code: own(SYSTEMS.circumstance, 'pregnant', '怀孕'),
            valueBoolean: typed.pregnant,
          }),
        ]),
  ];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: reportOf(typed, observations) }, ...observations],
  };
}

const reportOf = (typed: TypedReport, observations: readonly object[]): object => ({
  resourceType: 'DiagnosticReport',
  identifier: [{ system: SYSTEMS.report, value: typed.sourceId }],
  ...(typed.orderId === null
    ? {}
    : {
        basedOn: [
          { identifier: { system: SYSTEMS.orderLine, value: `${typed.orderId}/${typed.lineId ?? ''}` } },
        ],
      }),
  status: typed.status,
  category: [{ coding: [{ code: SECTION[typed.category] }] }],
  code: { text: typed.title },
  ...(typed.outpatientNumber === null
    ? {}
    : { subject: { identifier: { system: SYSTEMS.outpatientNumber, value: typed.outpatientNumber } } }),
  effectiveDateTime: fhirInstant(typed.collectedAt),
  issued: fhirInstant(typed.issuedAt),
  result: observations.map((entry) => ({ reference: (entry as { fullUrl: string }).fullUrl })),
  ...(typed.impression === '' ? {} : { conclusion: typed.impression }),
});
