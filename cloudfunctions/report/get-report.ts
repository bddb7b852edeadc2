import type { report, ReportDetail } from '@core/contract/report';
import { whatNow } from '@core/domain/report/what-now';
import { accept, refuse } from '@core/domain/result';
import { hasWithdrawn } from '../_kernel/consented';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { catalogue } from '../_store/catalog';
import { laboratory } from '../_store/laboratory';
import { patients } from '../_store/patients';
import { contentOf, reports, type ReportRecord } from '../_store/reports';
import { shownVersion } from '@core/domain/report/release';
import { maskedNameOf } from './examined';
import { reportForDoctor, shownReport } from './report-summary';
import { byUrgency, resultView } from './result-view';

/** One report as far as it may be shown, with what each result means. */
export const getReport: UseCase<typeof report.procedures.getReport> = async ({ reportId }, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const record = await reports.findById(reportId);
  const view = context.authority.role === 'doctor' ? reportForDoctor : shownReport;
  const shown = record && !hasWithdrawn(account) ? view(record, account._id) : null;
  if (!record || !shown) return refuse('NOT_FOUND', null);
  const [table, patient, practitioner, measured] = await Promise.all([
    laboratory.current(context.now),
    patients.findById(record.patientId),
    practitionerOf(record, context.now),
    measuredElsewhere(record),
  ]);
  const { summary, content, version } = shown;
  const detail: ReportDetail = {
    ...summary,
    patientId: record.patientId,
    version: version?.number ?? null,
    maskedPatientName: patient && maskedNameOf(patient),
    results: content ? byUrgency(content.results).map((result) => resultView(result, table, measured)) : [],
    findings: content?.findings ?? null,
    impression: content?.impression ?? null,
    whatNow: content ? whatNow(content) : 'nothing',
    practitioner,
    clinicId: record.clinicId,
    acknowledgedAt: version?.acknowledgedAt ?? null,
  };
  return accept(detail);
};

async function practitionerOf({ practitionerId }: ReportRecord, now: number) {
  if (practitionerId === null) return null;
  const { practitioners } = await catalogue.current(now);
  const found = practitioners.find((one) => one.practitionerId === practitionerId);
  return found ? { practitionerId, name: found.name } : null;
}

/** Items of which another report of the person has a value that may be shown. */
async function measuredElsewhere({ _id, patientId, category }: ReportRecord): Promise<ReadonlySet<string>> {
  if (category !== 'laboratory') return new Set();
  const others = (await reports.findByPatient(patientId)).filter(
    (record) => record._id !== _id && record.category === 'laboratory',
  );
  const codes = others.flatMap((record) => {
    const version = shownVersion(record.versions);
    if (!version) return [];
    return contentOf(record._id, version)
      .results.filter(({ value }) => value !== null)
      .map(({ code }) => code);
  });
  return new Set(codes);
}
