/**
 * The parts of FHIR R4 resources that a report is read from and written with (hl7.org/fhir/R4: DiagnosticReport,
 * Observation, Bundle). Everything is optional: what is missing is named by the adapter.
 */
export interface Coding {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
  readonly display?: string | undefined;
}

export interface Concept {
  readonly coding?: readonly Coding[] | undefined;
  readonly text?: string | undefined;
}

export interface Identifier {
  readonly system?: string | undefined;
  readonly value?: string | undefined;
}

export interface Reference {
  readonly reference?: string | undefined;
  readonly identifier?: Identifier | undefined;
}

export interface Quantity {
  readonly value?: number | undefined;
  readonly comparator?: string | undefined;
  readonly unit?: string | undefined;
  /** The unit as UCUM writes it. */
  readonly code?: string | undefined;
}

export interface ReferenceRange {
  readonly low?: Quantity | undefined;
  readonly high?: Quantity | undefined;
  /** What kind of range; absent: the usual one. */
  readonly type?: Concept | undefined;
}

export interface Patient {
  readonly resourceType: 'Patient';
  readonly id?: string | undefined;
  readonly identifier?: readonly Identifier[] | undefined;
}

export interface Observation {
  readonly resourceType: 'Observation';
  readonly id?: string | undefined;
  readonly status?: string | undefined;
  readonly code?: Concept | undefined;
  readonly subject?: Reference | undefined;
  /** Results that it stands for, where it is a panel. */
  readonly hasMember?: readonly Reference[] | undefined;
  readonly valueQuantity?: Quantity | undefined;
  readonly valueString?: string | undefined;
  readonly valueBoolean?: boolean | undefined;
  readonly valueCodeableConcept?: Concept | undefined;
  readonly interpretation?: readonly Concept[] | undefined;
  readonly referenceRange?: readonly ReferenceRange[] | undefined;
}

export interface DiagnosticReport {
  readonly resourceType: 'DiagnosticReport';
  readonly identifier?: readonly Identifier[] | undefined;
  readonly basedOn?: readonly Reference[] | undefined;
  readonly status?: string | undefined;
  readonly category?: readonly Concept[] | undefined;
  readonly code?: Concept | undefined;
  readonly subject?: Reference | undefined;
  readonly effectiveDateTime?: string | undefined;
  readonly issued?: string | undefined;
  readonly result?: readonly Reference[] | undefined;
  readonly conclusion?: string | undefined;
  readonly contained?: readonly (Observation | Patient)[] | undefined;
}

type Entry<Resource> = Resource & { readonly fullUrl?: string | undefined };

/** A report with the observations and people that it speaks of. */
export interface ReportBundle {
  readonly reports: readonly DiagnosticReport[];
  readonly observations: readonly Entry<Observation>[];
  readonly patients: readonly Entry<Patient>[];
}

/** How this hospital names its own numbers inside FHIR. */
export const SYSTEMS = {
  outpatientNumber: 'urn:yilutong:outpatient-number',
  /** `<orderId>/<lineId>` */
  orderLine: 'urn:yilutong:order-line',
  laboratoryItem: 'urn:yilutong:laboratory-item',
  /** Observations about the person, not results: `pregnant`. */
  circumstance: 'urn:yilutong:circumstance',
  report: 'urn:yilutong:report',
} as const;

export const IMAGING_FINDINGS = 'findings';
