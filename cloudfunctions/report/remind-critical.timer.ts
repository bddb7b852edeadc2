import { COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { timer } from '../_kernel/deployable';
import { describeFault, log } from '../_kernel/log';
import { criticalAudience } from '../_store/critical-audience';
import { reports, type ReportRecord } from '../_store/reports';
import { criticalMessages } from './critical-news';

/** Every five minutes: critical values that lie unacknowledged are told to the doctors whom they reach by now. */
export const main = timer('report.remind-critical', async (_event, context) => {
  for (const record of await reports.findAllAwaiting()) {
    try {
      await remind(record, context);
    } catch (thrown) {
      // One that cannot be told must not keep the others silent.
      log({
        level: 'error',
        what: 'untold critical value',
        traceId: context.traceId,
        fault: describeFault(thrown),
      });
    }
  }
});

async function remind(record: ReportRecord, context: WorkContext): Promise<void> {
  const audience = await criticalAudience(record, context.now);
  if (audience === null || audience.reach === record.told) return;
  const messages = await criticalMessages(record, audience, context);
  const saved = await reports.replace({
    ...record,
    told: audience.reach,
    outbox: [...record.outbox, ...messages],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  });
  // Changed meanwhile, e.g. acknowledged: the next run looks again.
  if (saved) context.posted({ collection: 'reports', documentId: record._id, messages });
}
