import type { Submitted } from '@core/contract/report';
import { isFinished, receive, stateOf } from '@core/domain/report/release';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { AcceptedRequest } from '../_store/aggregate';
import { blindIndex } from '../_store/blind-index';
import { criticalAudience } from '../_store/critical-audience';
import { contentPlace, reportIdOf, reports, type ReportRecord, type StoredVersion } from '../_store/reports';
import { seal } from '../_store/sealed-field';
import { insertedFirst } from '../_store/inserted-first';
import { reason, type Reason } from '@core/domain/report/fhir/reasons';
import { criticalMessages } from './critical-news';
import { newsMessages } from './news';
import type { PlacedReport } from './place-report';

export type Entered =
  | { readonly ok: true; readonly submitted: Exclude<Submitted, { state: 'quarantined' }> }
  | { readonly ok: false; readonly reason: Reason };

type Request = Omit<AcceptedRequest, 'at'>;

/** Adds the report as a new version of itself; the very same one changes nothing. */
export function enterReport(placed: PlacedReport, context: WorkContext, request: Request): Promise<Entered> {
  const { report, patientId } = placed;
  const reportId = reportIdOf(report.category, report.sourceId);
  return untilSaved(async (): Promise<Entered | typeof CHANGED> => {
    const found = await reports.findById(reportId);
    if (found && replayOf(found.requests, request.requestId, request.bodyIndex) === 'same')
      return accepted(found);
    if (found && found.patientId !== patientId) return { ok: false, reason: reason('OTHER_PATIENT') };
    const version = versionOf(placed, found, context.now);
    const decision = receive(found?.versions ?? [], version);
    if (!decision.ok) return { ok: false, reason: reason(decision.error) };
    if (decision.value === 'same') return { ok: true, submitted: { state: 'known', reportId } };
    const before = linked(found ?? empty(placed, reportId), placed);
    if (version.critical && isFinished(version) && !(await reachesSomebody(before, version, context.now)))
      return { ok: false, reason: reason('NO_DOCTOR') };
    const next = await grown(before, version, { context, request });
    if (!(found ? await reports.replace(next) : await insertNew(next))) return CHANGED;
    context.posted({ collection: 'reports', documentId: reportId, messages: next.outbox });
    return accepted(next);
  });
}

const accepted = ({ _id: reportId, state, versions }: ReportRecord): Entered => ({
  ok: true,
  submitted: { state: 'accepted', reportId, becomes: state, critical: versions.at(-1)?.critical ?? false },
});

/**
 * Its doctor, or another one of the department, can be told by phone: else nobody near would hear of it, and the desk has
 * to call. What no doctor ordered here belongs to no department.
 */
async function reachesSomebody(before: ReportRecord, version: StoredVersion, now: number): Promise<boolean> {
  if (before.practitionerId === null) return false;
  const audience = await criticalAudience({ ...before, versions: [...before.versions, version] }, now);
  return audience !== null && (audience.doctorThere || audience.reach === 'department');
}

function versionOf(
  { content, report, critical }: PlacedReport,
  found: ReportRecord | null,
  now: number,
): StoredVersion {
  const number = (found?.versions.at(-1)?.number ?? 0) + 1;
  const reportId = reportIdOf(report.category, report.sourceId);
  const json = JSON.stringify(report);
  return {
    number,
    status: report.status,
    issuedAt: report.issuedAt,
    // Of what was sent: a change of the hospital's table does not make it another report.
    fingerprint: blindIndex('report-content', JSON.stringify(content)),
    critical,
    acknowledgedAt: null,
    acknowledgedBy: null,
    receivedAt: now,
    content: seal(json, contentPlace(reportId, number)),
  };
}

const empty = ({ report, patientId }: PlacedReport, reportId: string): ReportRecord => ({
  _id: reportId,
  revision: 0,
  patientId,
  category: report.category,
  orderId: null,
  lineId: null,
  appointmentId: null,
  clinicId: null,
  practitionerId: null,
  state: 'pending',
  issuedAt: report.issuedAt,
  versions: [],
  seenBy: [],
  told: null,
  requests: [],
  audit: [],
  outbox: [],
  outboxDueAt: null,
});

/** With the order that this version answers; one that names none keeps the order that is known. */
function linked(record: ReportRecord, { report, order }: PlacedReport): ReportRecord {
  if (!order) return record;
  const { appointmentId, clinicId, practitionerId } = order;
  return {
    ...record,
    orderId: report.orderId,
    lineId: report.lineId,
    appointmentId,
    clinicId,
    practitionerId,
  };
}

async function grown(
  before: ReportRecord,
  version: StoredVersion,
  { context, request }: { readonly context: WorkContext; readonly request: Request },
): Promise<ReportRecord> {
  const versions = [...before.versions, version];
  const { _id: reportId, patientId, category } = before;
  const audience = await criticalAudience({ ...before, versions }, context.now);
  const change = { reportId, patientId, category, before: before.versions, after: versions };
  const messages = [
    ...(await newsMessages(change, context)),
    ...(audience ? await criticalMessages({ ...before, versions }, audience, context) : []),
  ];
  return {
    ...before,
    state: stateOf(versions),
    issuedAt: version.issuedAt,
    versions,
    told: audience?.reach ?? null,
    requests: remember(before.requests, { ...request, at: context.now }),
    audit: [...before.audit, audited(context, 'report.receive', version.status)],
    outbox: [...before.outbox, ...messages],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  };
}

const insertNew = (report: ReportRecord): Promise<boolean> => insertedFirst(reports.insert(report));
