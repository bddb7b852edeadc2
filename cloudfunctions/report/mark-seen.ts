import type { report } from '@core/contract/report';
import { shownVersion } from '@core/domain/report/release';
import { accept, refuse } from '@core/domain/result';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { reports } from '../_store/reports';

/** The caller has opened this version; of one that is no longer shown nothing is noted. Repeating it changes nothing. */
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
    const seenBy = [...others, { accountId: account._id, version: version.number, at: context.now }];
    return (await reports.replace({ ...record, seenBy })) ? accept(null) : CHANGED;
  });
};
