import type { Reach } from '@core/domain/report/critical-routing';
import type { ReportState, ReportVersion } from '@core/domain/report/release';
import type { JudgedReport } from '@core/domain/report/judge';
import type { ReportCategory } from '@core/domain/report/report';
import { replaceIfUnchanged, type Aggregate } from './aggregate';
import { blindIndex } from './blind-index';
import { Collection } from './collection';
import { open, type Sealed } from './sealed-field';

export interface StoredVersion extends ReportVersion {
  readonly receivedAt: number;
  /** Account of the doctor who acknowledged a critical value. */
  readonly acknowledgedBy: string | null;
  /** `JudgedReport` as JSON, sealed at field `content:<number>`. */
  readonly content: Sealed;
}

/** Who has opened which version. */
export interface Seen {
  readonly accountId: string;
  readonly version: number;
  readonly at: number;
}

/**
 * One report with all its versions. `_id` is `r` and the keyed fingerprint of category and the desk's own number, so that
 * the same report is never entered twice. What it says is sealed; only `core/domain/report/release` tells who may see it.
 */
export interface ReportRecord extends Aggregate {
  readonly patientId: string;
  readonly category: ReportCategory;
  /** The order item that it answers; null where the hospital's paper order does. */
  readonly orderId: string | null;
  readonly lineId: string | null;
  readonly appointmentId: string | null;
  readonly clinicId: string | null;
  /** Who must acknowledge a critical value, before anybody else may. */
  readonly practitionerId: string | null;
  /** By `stateOf(versions)`, kept for queries. */
  readonly state: ReportState;
  readonly issuedAt: number;
  readonly versions: readonly StoredVersion[];
  readonly seenBy: readonly Seen[];
  /** How far doctors were told of the critical value that waits; null where none does. */
  readonly told: Reach | null;
}

const collection = new Collection<ReportRecord>('reports');

/** More reports of one person are not listed. */
const LISTED = 300;
const WAITING = 100;

export const reports = {
  findById: (reportId: string) => collection.findById(reportId),
  /** All reports of a person, whatever outpatient number they were made under, newest first. */
  findByPatient: (patientId: string) =>
    collection.find({ patientId }, { limit: LISTED, orderBy: ['issuedAt', 'desc'] }),
  /** Those that wait for this doctor. */
  findAwaiting: (practitionerId: string) =>
    collection.find({ state: 'awaiting-doctor', practitionerId }, { limit: WAITING }),
  /** All that wait for a doctor, the oldest first. */
  findAllAwaiting: () =>
    collection.find({ state: 'awaiting-doctor' }, { limit: WAITING, orderBy: ['issuedAt', 'asc'] }),
  /** @throws DuplicateKeyError where it exists. */
  insert: (report: ReportRecord) => collection.insert(report),
  replace: (next: ReportRecord) => replaceIfUnchanged(collection, next),
};

export const reportIdOf = (category: ReportCategory, sourceId: string): string =>
  `r${blindIndex('report', `${category}\n${sourceId}`)}`;

export const contentPlace = (reportId: string, number: number) => ({
  documentId: reportId,
  field: `content:${String(number)}`,
});

/** What a version says; show a patient only what `shownVersion` of `core/domain/report/release` answers. */
export const contentOf = (reportId: string, version: StoredVersion): JudgedReport =>
  JSON.parse(open(version.content, contentPlace(reportId, version.number))) as JudgedReport;
