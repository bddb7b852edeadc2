import { reason, type Reason } from '@core/domain/report/fhir/reasons';
import type {
  DiagnosticReport,
  Observation,
  Patient,
  ReportBundle,
} from '@core/domain/report/fhir/resources';
import * as v from 'valibot';

const text = v.optional(v.pipe(v.string(), v.maxLength(5000)));
const coding = v.object({ system: text, code: text, display: text });
const concept = v.object({ coding: v.optional(v.pipe(v.array(coding), v.maxLength(20))), text });
const identifier = v.object({ system: text, value: text });
const reference = v.object({ reference: text, identifier: v.optional(identifier) });
const quantity = v.object({ value: v.optional(v.number()), comparator: text, unit: text, code: text });
const list = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.optional(v.pipe(v.array(schema), v.maxLength(300)));

const observation = v.object({
  resourceType: v.literal('Observation'),
  id: text,
  status: text,
  code: v.optional(concept),
  subject: v.optional(reference),
  hasMember: list(reference),
  valueQuantity: v.optional(quantity),
  valueString: text,
  valueBoolean: v.optional(v.boolean()),
  valueCodeableConcept: v.optional(concept),
  interpretation: list(concept),
  referenceRange: list(
    v.object({ low: v.optional(quantity), high: v.optional(quantity), type: v.optional(concept) }),
  ),
});

const patient = v.object({ resourceType: v.literal('Patient'), id: text, identifier: list(identifier) });

/** Something that the report is not read from: a specimen, a laboratory. */
const another = v.pipe(
  v.object({ resourceType: v.pipe(v.string(), v.notValues(['Observation', 'Patient'])) }),
  v.transform(() => null),
);

const diagnosticReport = v.object({
  resourceType: v.literal('DiagnosticReport'),
  identifier: list(identifier),
  basedOn: list(reference),
  status: text,
  category: list(concept),
  code: v.optional(concept),
  subject: v.optional(reference),
  effectiveDateTime: text,
  issued: text,
  result: list(reference),
  conclusion: text,
  contained: v.optional(
    v.pipe(
      v.array(v.union([observation, patient, another])),
      v.maxLength(300),
      v.transform((found) => found.filter((one) => one !== null)),
    ),
  ),
});

const bundle = v.object({
  resourceType: v.literal('Bundle'),
  entry: list(v.object({ fullUrl: text, resource: v.looseObject({ resourceType: v.string() }) })),
});

export type ReadBundle =
  { readonly ok: true; readonly bundle: ReportBundle } | { readonly ok: false; readonly reason: Reason };

const no = (found: Reason): ReadBundle => ({ ok: false, reason: found });

/** The resources of a FHIR file that a report is made of; everything else in it is passed over. */
export function readBundle(file: string): ReadBundle {
  let json: unknown;
  try {
    json = JSON.parse(file);
  } catch {
    return no(reason('NOT_JSON'));
  }
  const alone = v.safeParse(diagnosticReport, json);
  if (alone.success) return { ok: true, bundle: { reports: [alone.output], observations: [], patients: [] } };
  const read = v.safeParse(bundle, json);
  if (!read.success) return no(reason('NOT_FHIR', placeOf(alone.issues, json)));
  return resourcesOf(read.output.entry ?? []);
}

/** Where a report that stands alone breaks off; the whole file where it is none. */
const placeOf = (issues: readonly v.BaseIssue<unknown>[], json: unknown): string | null =>
  (json as { resourceType?: unknown } | null)?.resourceType === 'DiagnosticReport' ? pathOf(issues) : null;

const pathOf = (issues: readonly v.BaseIssue<unknown>[]): string | null =>
  issues[0]?.path
    ?.map(({ key }) => String(key))
    .join('.')
    .slice(0, 60) ?? null;

interface Entry {
  readonly fullUrl?: string | undefined;
  readonly resource: { readonly resourceType: string };
}

function resourcesOf(entries: readonly Entry[]): ReadBundle {
  const reports: DiagnosticReport[] = [];
  const observations: (Observation & { fullUrl?: string | undefined })[] = [];
  const patients: (Patient & { fullUrl?: string | undefined })[] = [];
  for (const { fullUrl, resource } of entries) {
    const read = readResource(resource);
    if (read === null) continue;
    if (!read.success) return no(reason('NOT_FHIR', pathOf(read.issues)));
    const { output } = read;
    if (output.resourceType === 'DiagnosticReport') reports.push(output);
    else if (output.resourceType === 'Observation') observations.push({ ...output, fullUrl });
    else patients.push({ ...output, fullUrl });
  }
  return { ok: true, bundle: { reports, observations, patients } };
}

/** Null for resources of which a report says nothing to a patient. */
function readResource(resource: Entry['resource']) {
  switch (resource.resourceType) {
    case 'DiagnosticReport':
      return v.safeParse(diagnosticReport, resource);
    case 'Observation':
      return v.safeParse(observation, resource);
    case 'Patient':
      return v.safeParse(patient, resource);
    default:
      return null;
  }
}
