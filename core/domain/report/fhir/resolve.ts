import type { DiagnosticReport, Observation, Patient, ReportBundle } from './resources';

interface Named {
  readonly id?: string | undefined;
  readonly fullUrl?: string | undefined;
}

/** `#id` for what a report contains itself, else the entry's own address or `<Type>/<id>`. */
const answers = ({ id, fullUrl }: Named, type: string, reference: string): boolean =>
  fullUrl === reference || (id !== undefined && `${type}/${id}` === reference);

const contained = ({ contained: within = [] }: DiagnosticReport, reference: string) =>
  within.find(({ id }) => id !== undefined && `#${id}` === reference);

/** The observation that a report refers to; null where the file has none. */
export function observationAt(
  reference: string,
  report: DiagnosticReport,
  { observations }: ReportBundle,
): Observation | null {
  if (!reference.startsWith('#'))
    return observations.find((one) => answers(one, 'Observation', reference)) ?? null;
  const found = contained(report, reference);
  return found?.resourceType === 'Observation' ? found : null;
}

/** The person that a report refers to; null where the file has none. */
export function patientAt(
  reference: string,
  report: DiagnosticReport,
  { patients }: ReportBundle,
): Patient | null {
  if (!reference.startsWith('#')) return patients.find((one) => answers(one, 'Patient', reference)) ?? null;
  const found = contained(report, reference);
  return found?.resourceType === 'Patient' ? found : null;
}
