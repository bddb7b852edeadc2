import type { report } from '@core/contract/report';
import type { JudgedResult } from '@core/domain/report/judge';
import { byTime, directionOf, lineOf, type TrendPoint } from '@core/domain/report/trend';
import { accept, refuse } from '@core/domain/result';
import { hasWithdrawn } from '../_kernel/consented';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { laboratory } from '../_store/laboratory';
import { reports, type ReportRecord } from '../_store/reports';
import { shownReport } from './report-summary';

interface Measured {
  readonly result: JudgedResult;
  readonly point: TrendPoint;
}

/** How one item changed over all reports of a person that may be shown. Not found where it was never measured. */
export const getTrend: UseCase<typeof report.procedures.getTrend> = async ({ patientId, code }, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const found = hasWithdrawn(account) ? [] : await reports.findByPatient(patientId);
  const measured = found.flatMap((record) => measurement(record, code, account._id));
  const last = byTime(measured.map(({ point }) => point)).at(-1);
  const latest = measured.find(({ point }) => point === last)?.result;
  if (!latest) return refuse('NOT_FOUND', null);
  // Values in another unit are another line.
  const comparable = measured.filter(({ result }) => result.unit === latest.unit);
  const points = byTime(comparable.map(({ point }) => point));
  const item = (await laboratory.current(context.now)).items.find((one) => one.code === code);
  return accept({
    code,
    name: latest.name,
    unit: latest.unit,
    decimals: item?.decimals ?? 2,
    about: item?.about ?? '',
    direction: directionOf(points),
    points,
    line: lineOf(points),
    otherUnits: measured.length - points.length,
  });
};

function measurement(record: ReportRecord, code: string, accountId: string): Measured[] {
  const content = shownReport(record, accountId)?.content;
  const result = content?.results.find((one) => one.code === code);
  if (!content || !result || result.value === null) return [];
  const { value, comparator, level, bounds } = result;
  const point = { reportId: record._id, at: content.collectedAt, value, comparator, level, bounds };
  return [{ result, point }];
}
