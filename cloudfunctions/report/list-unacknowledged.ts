import type { report, UnacknowledgedLine } from '@core/contract/report';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue, type Catalogue } from '../_store/catalog';
import { criticalAudience } from '../_store/critical-audience';
import { reports, type ReportRecord } from '../_store/reports';
import { doctorName } from './doctor-name';

/** Critical values that wait for a doctor, the one that has waited longest first: whose to call, and nothing of a patient. */
export const listUnacknowledged: UseCase<typeof report.procedures.listUnacknowledged> = async (
  _input,
  { now },
) => {
  const [hospital, waiting] = await Promise.all([catalogue.current(now), reports.findAllAwaiting()]);
  const lines = await Promise.all(waiting.map((record) => unacknowledged(record, hospital, now)));
  const sorted = lines.flatMap((line) => line ?? []).sort((one, other) => one.since - other.since);
  return accept({ lines: sorted, rules: hospital.rulePack.criticalValues });
};

async function unacknowledged(
  record: ReportRecord,
  hospital: Catalogue,
  now: number,
): Promise<UnacknowledgedLine | null> {
  const audience = await criticalAudience(record, now);
  if (audience === null) return null;
  const clinic = hospital.clinics.find(({ clinicId }) => clinicId === record.clinicId);
  const department = hospital.departments.find(({ departmentId }) => departmentId === clinic?.departmentId);
  return {
    reportId: record._id,
    category: record.category,
    practitionerName: doctorName(record, hospital),
    practitionerThere: audience.doctorThere,
    clinicName: clinic?.name ?? '',
    departmentPhone: department?.phone ?? '',
    since: audience.since,
    reach: audience.reach,
  };
}
