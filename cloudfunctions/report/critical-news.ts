import type { WantedMessage } from '@core/contract/message';
import { message, type WorkContext } from '../_kernel/call-context';
import type { CriticalAudience } from '../_store/critical-audience';
import { accountsOfAdministrators, accountsOfDoctors } from '../_store/doctor-accounts';
import type { StoredMessage } from '../_store/outbox';
import type { ReportRecord } from '../_store/reports';

/**
 * Tells everybody who may acknowledge a critical value that it waits: once for each version and each reach, so that its own
 * doctor is reminded when it reaches others. From then on administrators are told, too.
 */
export async function criticalMessages(
  { _id: reportId, versions }: Pick<ReportRecord, '_id' | 'versions'>,
  { reach, practitionerIds }: CriticalAudience,
  context: WorkContext,
): Promise<StoredMessage[]> {
  const version = String(versions.at(-1)?.number ?? 0);
  const doctors = await accountsOfDoctors(practitionerIds, context.now);
  const administrators = reach === 'doctor' ? [] : await accountsOfAdministrators(context.now);
  return [...new Set([...doctors, ...administrators])].map((accountId) => {
    const wanted: WantedMessage = {
      messageId: `critical-${reportId}-v${version}-${reach}-${accountId}`,
      accountId,
      patientId: null,
      kind: 'critical-reported',
      fields: { reportId },
    };
    return message(context, 'message-wanted', wanted);
  });
}
