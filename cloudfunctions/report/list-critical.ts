import type { CriticalLine, report } from '@core/contract/report';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { laboratory } from '../_store/laboratory';
import { patients } from '../_store/patients';
import { contentOf, reports, type ReportRecord } from '../_store/reports';
import type { LaboratoryCatalogue } from '@core/domain/report/catalogue';
import { ageAt, maskedNameOf } from './examined';
import { byUrgency, resultView } from './result-view';

/** Reports that wait until this doctor has seen their critical values, the oldest first. */
export const listCritical: UseCase<typeof report.procedures.listCritical> = async (_input, context) => {
  const { practitionerId } = context.authority;
  if (practitionerId === null) return accept([]);
  const [table, waiting] = await Promise.all([
    laboratory.current(context.now),
    reports.findAwaiting(practitionerId),
  ]);
  const lines = await Promise.all(waiting.map((record) => criticalLine(record, table)));
  const shown = lines.flatMap((line) => line ?? []);
  for (const { patientId } of waiting) context.viewed(patientId);
  return accept(shown.sort((one, other) => one.issuedAt - other.issuedAt));
};

async function criticalLine(record: ReportRecord, table: LaboratoryCatalogue): Promise<CriticalLine | null> {
  const [version, patient] = [record.versions.at(-1), await patients.findById(record.patientId)];
  if (!version || !patient) return null;
  const content = contentOf(record._id, version);
  const nothingElse = new Set<string>();
  return {
    reportId: record._id,
    version: version.number,
    title: content.title,
    maskedPatientName: maskedNameOf(patient),
    ageYears: ageAt(patient, content.collectedAt),
    issuedAt: record.issuedAt,
    appointmentId: record.appointmentId,
    results: byUrgency(content.results).map((result) => resultView(result, table, nothingElse)),
    findings: content.findings,
    impression: content.impression,
  };
}
