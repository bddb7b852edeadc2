import type { report } from '@core/contract/report';
import { acknowledge, stateOf } from '@core/domain/report/release';
import { accept, refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { reports, type StoredVersion } from '../_store/reports';
import { newsMessages } from './news';

/** The doctor has seen the critical values of the version read: from now on the patient may, and is told. */
export const acknowledgeCritical: UseCase<typeof report.procedures.acknowledgeCritical> = (
  input,
  context,
) => {
  const { requestId, reportId, version } = input;
  const bodyIndex = bodyIndexOf('acknowledgeCritical', input);
  return untilSaved(async () => {
    const record = await reports.findById(reportId);
    if (!record) return refuse('NOT_FOUND', null);
    const replay = replayOf(record.requests, requestId, bodyIndex);
    if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
    if (replay === 'same') return accept(null);
    const acknowledged = acknowledge(record.versions, version, context.now);
    if (!acknowledged) return refuse('NOTHING_TO_ACKNOWLEDGE', null);
    const versions = acknowledged.map((one): StoredVersion =>
      one.number === version ? { ...one, acknowledgedBy: context.caller.accountId } : one,
    );
    const { patientId, category } = record;
    const change = { reportId, patientId, category, before: record.versions, after: versions };
    const messages = await newsMessages(change, context);
    const saved = await reports.replace({
      ...record,
      versions,
      state: stateOf(versions),
      told: null,
      requests: remember(record.requests, { requestId, bodyIndex, at: context.now }),
      audit: [...record.audit, audited(context, 'report.acknowledgeCritical')],
      outbox: [...record.outbox, ...messages],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
    if (!saved) return CHANGED;
    context.posted({ collection: 'reports', documentId: reportId, messages });
    return accept(null);
  });
};
