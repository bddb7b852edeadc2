import type { PatientHistory } from '@core/contract/clinic-views';
import { abnormalCount } from '@core/domain/report/judge';
import { shownVersion } from '@core/domain/report/release';
import { encounters } from '../_store/encounters';
import { contentOf, reports, type ReportRecord } from '../_store/reports';

/** As far back as a doctor reads at one glance. */
const VISITS = 10;
const REPORTS = 20;

/** Earlier visits, and reports that have been released. */
export async function patientHistory(patientId: string, appointmentId: string): Promise<PatientHistory> {
  const [visits, found] = await Promise.all([
    encounters.findLatestOf(patientId, VISITS + 1),
    reports.findByPatient(patientId),
  ]);
  return {
    visits: visits
      .filter(({ _id, state }) => _id !== appointmentId && state === 'finished')
      .slice(0, VISITS)
      .map(({ _id, day, clinicName, practitionerName }) => ({
        appointmentId: _id,
        day,
        clinicName,
        practitionerName,
      })),
    reports: found.flatMap(released).slice(0, REPORTS),
  };
}

function released(record: ReportRecord): PatientHistory['reports'][number][] {
  const version = shownVersion(record.versions);
  if (!version) return [];
  const content = contentOf(record._id, version);
  const abnormal = abnormalCount(content) > 0;
  return [{ reportId: record._id, name: content.title, at: record.issuedAt, abnormal }];
}
