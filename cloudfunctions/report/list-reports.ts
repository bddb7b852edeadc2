import type { report, ReportSummary } from '@core/contract/report';
import { accept, refuse } from '@core/domain/result';
import { hasWithdrawn } from '../_kernel/consented';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { reports } from '../_store/reports';
import { shownReport } from './report-summary';

/** A person's reports, whatever number they were made under: unread and abnormal ones first, then the latest. */
export const listReports: UseCase<typeof report.procedures.listReports> = async ({ patientId }, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  if (hasWithdrawn(account)) return accept([]);
  const found = await reports.findByPatient(patientId);
  const shown = found.flatMap((record) => shownReport(record, account._id)?.summary ?? []);
  return accept(shown.sort(byAttention));
};

const rank = ({ unread, abnormal, critical }: ReportSummary): number =>
  (unread ? 0 : 2) + (abnormal > 0 || critical ? 0 : 1);

const byAttention = (one: ReportSummary, other: ReportSummary): number =>
  rank(one) - rank(other) || other.issuedAt - one.issuedAt;
