import type { WantedMessage } from '@core/contract/message';
import { newsOf, stateOf, type ReportNews, type ReportVersion } from '@core/domain/report/release';
import type { ReportCategory } from '@core/domain/report/report';
import { message, type WorkContext } from '../_kernel/call-context';
import { accountsOfDoctor } from '../_store/doctor-accounts';
import type { StoredMessage } from '../_store/outbox';
import { readersOf } from './readers';

interface Changed {
  readonly reportId: string;
  readonly patientId: string;
  readonly category: ReportCategory;
  readonly before: readonly ReportVersion[];
  readonly after: readonly ReportVersion[];
}

/** What those who may read the patient's reports are to be told; stored with the change itself. */
export async function newsMessages(changed: Changed, context: WorkContext): Promise<StoredMessage[]> {
  const { reportId, patientId, category, before, after } = changed;
  const news = newsOf(before, after);
  if (news === null) return [];
  const version = after.at(-1)?.number ?? 0;
  const readers = await readersOf(patientId, context.now);
  return readers.map((accountId) => {
    const wanted: WantedMessage = {
      messageId: newsId({ news, reportId, version, accountId }),
      accountId,
      patientId,
      kind: `report-${news}`,
      fields: { reportId, category },
    };
    return message(context, 'message-wanted', wanted);
  });
}

interface News {
  readonly news: ReportNews;
  readonly reportId: string;
  readonly version: number;
  readonly accountId: string;
}

const newsId = ({ news, reportId, version, accountId }: News): string =>
  `report-${news}-${reportId}-v${String(version)}-${accountId}`;

/** The messages by which a reader may have heard of a report up to the version that is open now. */
export const newsIdsUpTo = ({ version, ...about }: Omit<News, 'news'>): string[] =>
  Array.from({ length: version }, (_none, index) => index + 1).flatMap((number) =>
    (['ready', 'amended'] as const).map((news) => newsId({ ...about, news, version: number })),
  );

interface Waiting {
  readonly reportId: string;
  readonly practitionerId: string | null;
  readonly after: readonly ReportVersion[];
}

/** Tells the doctor who ordered it that a critical value waits to be seen; nobody where nothing waits. */
export async function criticalMessages(waiting: Waiting, context: WorkContext): Promise<StoredMessage[]> {
  const { reportId, practitionerId, after } = waiting;
  if (practitionerId === null || stateOf(after) !== 'awaiting-doctor') return [];
  const version = String(after.at(-1)?.number ?? 0);
  const doctors = await accountsOfDoctor(practitionerId, context.now);
  return doctors.map((accountId) => {
    const wanted: WantedMessage = {
      messageId: `critical-${reportId}-v${version}-${accountId}`,
      accountId,
      patientId: null,
      kind: 'critical-reported',
      fields: { reportId },
    };
    return message(context, 'message-wanted', wanted);
  });
}
