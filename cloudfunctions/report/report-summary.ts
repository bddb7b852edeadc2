import type { ReportSummary } from '@core/contract/report';
import { maskOutpatientNumber } from '@core/domain/identity/mask';
import { finishedVersion, shownVersion } from '@core/domain/report/release';
import { abnormalCount, hasUnjudged, isCriticalReport, type JudgedReport } from '@core/domain/report/judge';
import { contentOf, type ReportRecord, type StoredVersion } from '../_store/reports';

/** A report as far as it may be shown to those it is about. */
export interface ShownReport {
  readonly summary: ReportSummary;
  /** Null where nothing of it may be shown. */
  readonly content: JudgedReport | null;
  readonly version: StoredVersion | null;
}

const readBy = (record: ReportRecord, version: StoredVersion | null, accountId: string): boolean =>
  record.seenBy.some((seen) => seen.accountId === accountId && seen.version === version?.number);

/**
 * What `accountId` may see of a report: null for one that is only preliminary. The title of one that waits for a doctor
 * comes from the last version that was sent; what it says stays closed.
 */
export const shownReport = (record: ReportRecord, accountId: string): ShownReport | null =>
  shown(record, shownVersion(record.versions), accountId);

/** What the doctor who ordered it may see: also what still waits for that doctor. It never counts as unread. */
export function reportForDoctor(record: ReportRecord, accountId: string): ShownReport | null {
  const found = shown(record, finishedVersion(record.versions), accountId);
  return found && { ...found, summary: { ...found.summary, unread: false } };
}

function shown(record: ReportRecord, version: StoredVersion | null, accountId: string): ShownReport | null {
  const last = record.versions.at(-1);
  if (!last || record.state === 'pending') return null;
  const sent = contentOf(record._id, version ?? last);
  const content = version ? sent : null;
  const { title, collectedAt, outpatientNumber } = sent;
  const summary: ReportSummary = {
    reportId: record._id,
    category: record.category,
    title,
    collectedAt,
    issuedAt: record.issuedAt,
    state: version ? 'released' : record.state,
    amended: version?.status === 'amended',
    unread: version !== null && !readBy(record, version, accountId),
    abnormal: content ? abnormalCount(content) : 0,
    critical: content !== null && isCriticalReport(content),
    unjudged: content !== null && hasUnjudged(content),
    maskedNumber: outpatientNumber === null ? null : maskOutpatientNumber(outpatientNumber),
  };
  return { summary, content, version };
}
