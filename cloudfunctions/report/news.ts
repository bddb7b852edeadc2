import type { WantedMessage } from '@core/contract/message';
import { newsOf, type ReportNews, type ReportVersion } from '@core/domain/report/release';
import type { ReportCategory } from '@core/domain/report/report';
import { message, type WorkContext } from '../_kernel/call-context';
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
