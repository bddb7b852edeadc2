import type { report } from '@core/contract/report';
import { shownVersion } from '@core/domain/report/release';
import { accept, refuse } from '@core/domain/result';
import { COURIER_DELAY_MS, message } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { reports } from '../_store/reports';
import { newsIdsUpTo } from './news';

/**
 * The caller has opened this version, and needs no message about it any more; of one that is no longer shown nothing is
 * noted. Repeating it changes nothing.
 */
export const markSeen: UseCase<typeof report.procedures.markSeen> = async (input, context) => {
  const { reportId } = input;
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  return untilSaved(async () => {
    const record = await reports.findById(reportId);
    const version = record && shownVersion(record.versions);
    if (!record || version?.number !== input.version) return accept(null);
    const known = record.seenBy.some(
      (seen) => seen.accountId === account._id && seen.version === version.number,
    );
    if (known) return accept(null);
    const others = record.seenBy.filter((seen) => seen.accountId !== account._id);
    const seen = { accountId: account._id, version: version.number };
    const messageIds = newsIdsUpTo({ reportId, ...seen });
    const answered = message(context, 'messages-answered', { accountId: account._id, messageIds });
    const saved = await reports.replace({
      ...record,
      seenBy: [...others, { ...seen, at: context.now }],
      outbox: [...record.outbox, answered],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
    if (!saved) return CHANGED;
    context.posted({ collection: 'reports', documentId: reportId, messages: [answered] });
    return accept(null);
  });
};
