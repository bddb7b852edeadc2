import { patientAt } from './resolve';
import {
  SYSTEMS,
  type DiagnosticReport,
  type Identifier,
  type Reference,
  type ReportBundle,
} from './resources';

const numberIn = (identifiers: readonly Identifier[]): string | null =>
  identifiers.find(({ system }) => system === SYSTEMS.outpatientNumber)?.value?.trim() || null;

/** The outpatient number of the person a report is about, from the report itself or from its Patient resource. */
export function outpatientNumberOf(report: DiagnosticReport, bundle: ReportBundle): string | null {
  const { identifier, reference } = report.subject ?? {};
  const own = identifier ? numberIn([identifier]) : null;
  if (own !== null || reference === undefined) return own;
  return numberIn(patientAt(reference, report, bundle)?.identifier ?? []);
}

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** Whether a result says that it is about somebody else than its report. */
export const isAboutAnother = (result: Reference | undefined, report: Reference | undefined): boolean =>
  differ(result?.reference, report?.reference) ||
  differ(result?.identifier?.value, report?.identifier?.value);
