import type { LaboratoryCatalogue } from '../catalogue';
import type { ReportCategory, ReportContent, ReportStatus, ResultContent } from '../report';
import { findingsOf, isResult, isUrgent, pregnancyOf } from './circumstances';
import { instantOf } from './instant';
import { readResult } from './read-result';
import { reason, type Reason, type ReasonCode } from './reasons';
import { observationAt } from './resolve';
import {
  SYSTEMS,
  type DiagnosticReport,
  type Identifier,
  type Observation,
  type Reference,
  type ReportBundle,
} from './resources';
import { isAboutAnother, outpatientNumberOf } from './subject';

export type ReadReport =
  | { readonly ok: true; readonly content: ReportContent }
  | {
      readonly ok: false;
      readonly reasons: readonly Reason[];
      /** The desk's number of it, where it could be read. */
      readonly sourceId: string | null;
    };

/** FHIR's statuses (R4 value set diagnostic-report-status) as the release policy knows them. */
const STATUS: ReadonlyMap<string, ReportStatus> = new Map([
  ['registered', 'preliminary'],
  ['partial', 'preliminary'],
  ['preliminary', 'preliminary'],
  ['final', 'final'],
  ['amended', 'amended'],
  ['corrected', 'amended'],
  ['appended', 'amended'],
  ['cancelled', 'withdrawn'],
  ['entered-in-error', 'withdrawn'],
]);

/** Codes of v2 table 0074, diagnostic service sections. */
const CATEGORY: ReadonlyMap<string, ReportCategory> = new Map([
  ['LAB', 'laboratory'],
  ['HM', 'laboratory'],
  ['CH', 'laboratory'],
  ['MB', 'laboratory'],
  ['RAD', 'imaging'],
  ['RUS', 'imaging'],
  ['CT', 'imaging'],
  ['NMR', 'imaging'],
]);

/** Reads one report out of FHIR. Every fault is named, so that a file is mended once. */
export function fromFhir(bundle: ReportBundle, catalogue: LaboratoryCatalogue): ReadReport {
  const [report, second] = bundle.reports;
  if (!report) return { ok: false, reasons: [reason('NO_REPORT')], sourceId: null };
  const sourceId = numberText(report.identifier?.[0]?.value);
  if (second) return { ok: false, reasons: [reason('SEVERAL_REPORTS')], sourceId };
  const faults: Reason[] = [];
  const wanted = <T>(value: T | null, code: ReasonCode): T | null => {
    if (value === null) faults.push(reason(code));
    return value;
  };
  const status = wanted(STATUS.get(report.status ?? '') ?? null, 'UNKNOWN_STATUS');
  const category = wanted(categoryOf(report), 'UNKNOWN_CATEGORY');
  const head = {
    sourceId: wanted(sourceId, 'NO_NUMBER'),
    status,
    category,
    title: wanted(shortText(report.code?.text ?? report.code?.coding?.[0]?.display), 'NO_TITLE'),
    outpatientNumber: outpatientNumberOf(report, bundle),
    issuedAt: wanted(instantOf(report.issued), 'BAD_TIME'),
    collectedAt: wanted(instantOf(report.effectiveDateTime ?? report.issued), 'BAD_TIME'),
  };
  const order = orderOf(report);
  if (head.outpatientNumber === null && order.orderId === null) faults.push(reason('NO_PATIENT'));
  // Whatever is wrong with what it said: that it is taken back counts.
  const observations = status === 'withdrawn' ? [] : observationsOf(report, bundle, faults);
  const results = category === 'laboratory' ? resultsOf(observations, catalogue, status, faults) : [];
  if (status === 'final' || status === 'amended')
    faults.push(...emptiness(category, results, report, observations));
  if (faults.length > 0) return { ok: false, reasons: distinct(faults), sourceId };
  return {
    ok: true,
    content: {
      ...(head as Pick<ReportContent, keyof typeof head>),
      ...order,
      pregnant: pregnancyOf(observations),
      urgent: isUrgent(observations),
      results,
      findings: longText(findingsOf(observations)),
      impression: longText(report.conclusion),
    },
  };
}

const distinct = (faults: readonly Reason[]): Reason[] => [
  ...new Map(faults.map((fault) => [`${fault.code} ${fault.at ?? ''}`, fault])).values(),
];

const shortText = (text: string | undefined): string | null => text?.trim().slice(0, 80) || null;
/** A number cut short would be another report's. */
const numberText = (text: string | undefined): string | null =>
  text !== undefined && text.trim().length <= 80 ? shortText(text) : null;
const longText = (text: string | undefined): string | null => text?.trim() || null;

function categoryOf({ category }: DiagnosticReport): ReportCategory | null {
  const codes = (category ?? []).flatMap(({ coding = [] }) => coding.map(({ code = '' }) => code));
  return codes.map((code) => CATEGORY.get(code)).find((found) => found !== undefined) ?? null;
}

function orderOf({ basedOn }: DiagnosticReport): Pick<ReportContent, 'orderId' | 'lineId'> {
  const line = (basedOn ?? [])
    .map(({ identifier }): Identifier => identifier ?? {})
    .find(({ system }) => system === SYSTEMS.orderLine);
  const [orderId, lineId] = (line?.value ?? '').split('/');
  return { orderId: orderId || null, lineId: lineId || null };
}

/** The observations that the report names, in its order; a panel stands for its members. */
function observationsOf(report: DiagnosticReport, bundle: ReportBundle, faults: Reason[]): Observation[] {
  const named = (references: readonly Reference[]): Observation[] =>
    references.flatMap(({ reference = '' }) => {
      const found = observationAt(reference, report, bundle);
      if (!found) faults.push(reason('RESULT_MISSING', reference.slice(0, 60)));
      else if (isAboutAnother(found.subject, report.subject)) faults.push(reason('OTHER_PATIENT'));
      return found ? [found] : [];
    });
  return named(report.result ?? []).flatMap((one) => (one.hasMember?.length ? named(one.hasMember) : [one]));
}

function resultsOf(
  observations: readonly Observation[],
  catalogue: LaboratoryCatalogue,
  status: ReportStatus | null,
  faults: Reason[],
): ResultContent[] {
  const finished = status === 'final' || status === 'amended';
  const results: ResultContent[] = [];
  for (const observation of observations.filter(isResult)) {
    const read = readResult(observation, catalogue, finished);
    if (!('name' in read)) faults.push(read);
    else if (results.some(({ code }) => code === read.code)) faults.push(reason('RESULT_TWICE', read.name));
    else results.push(read);
  }
  return results;
}

function emptiness(
  category: ReportCategory | null,
  results: readonly ResultContent[],
  report: DiagnosticReport,
  observations: readonly Observation[],
): Reason[] {
  if (category === 'laboratory' && results.length === 0 && !observations.some(isResult))
    return [reason('NO_RESULTS')];
  const written = longText(findingsOf(observations)) !== null && longText(report.conclusion) !== null;
  return category === 'imaging' && !written ? [reason('NO_FINDINGS')] : [];
}
