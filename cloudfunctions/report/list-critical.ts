import type { CriticalLine, report } from '@core/contract/report';
import type { LaboratoryCatalogue } from '@core/domain/report/catalogue';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue, type Catalogue } from '../_store/catalog';
import { criticalAudience, type CriticalAudience } from '../_store/critical-audience';
import { laboratory } from '../_store/laboratory';
import { patients } from '../_store/patients';
import { contentOf, reports, type ReportRecord } from '../_store/reports';
import { doctorName } from './doctor-name';
import { ageAt, maskedNameOf } from './examined';
import { byUrgency, resultView } from './result-view';

/** Reports whose critical values this doctor may acknowledge now, the one that has waited longest first. */
export const listCritical: UseCase<typeof report.procedures.listCritical> = async (_input, context) => {
  const { practitionerId } = context.authority;
  const hospital = await catalogue.current(context.now);
  const rules = hospital.rulePack.criticalValues;
  if (practitionerId === null) return accept({ lines: [], rules });
  const table = await laboratory.current(context.now);
  const waiting = await reachingDoctor(practitionerId, context.now);
  const lines = await Promise.all(
    waiting.map((one) => criticalLine(one, { practitionerId, table, hospital })),
  );
  for (const { record } of waiting) context.viewed(record.patientId);
  const shown = lines.flatMap((line) => line ?? []);
  return accept({ lines: shown.sort((one, other) => one.since - other.since), rules });
};

interface Waiting {
  readonly record: ReportRecord;
  readonly audience: CriticalAudience;
}

/** The doctor's own, and those of others that reach this far by now. */
async function reachingDoctor(practitionerId: string, now: number): Promise<Waiting[]> {
  const [own, all] = await Promise.all([reports.findAwaiting(practitionerId), reports.findAllAwaiting()]);
  const others = all.filter((record) => record.practitionerId !== practitionerId);
  const found = await Promise.all(
    [...own, ...others].map(async (record) => ({ record, audience: await criticalAudience(record, now) })),
  );
  return found.flatMap(({ record, audience }) =>
    audience?.practitionerIds.includes(practitionerId) ? [{ record, audience }] : [],
  );
}

interface Shown {
  readonly practitionerId: string;
  readonly table: LaboratoryCatalogue;
  readonly hospital: Catalogue;
}

async function criticalLine(
  { record, audience }: Waiting,
  { practitionerId, table, hospital }: Shown,
): Promise<CriticalLine | null> {
  const [version, patient] = [record.versions.at(-1), await patients.findById(record.patientId)];
  if (!version || !patient) return null;
  const content = contentOf(record._id, version);
  const nothingElse = new Set<string>();
  const own = record.practitionerId === practitionerId;
  return {
    reportId: record._id,
    version: version.number,
    sourceId: content.sourceId,
    title: content.title,
    maskedPatientName: maskedNameOf(patient),
    ageYears: ageAt(patient, content.collectedAt),
    issuedAt: record.issuedAt,
    since: audience.since,
    standsInFor: own ? null : doctorName(record, hospital),
    // The visit stays with the doctor who saw the patient.
    appointmentId: own ? record.appointmentId : null,
    results: byUrgency(content.results).map((result) => resultView(result, table, nothingElse)),
    findings: content.findings,
    impression: content.impression,
  };
}
