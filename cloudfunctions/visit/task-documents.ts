import { lastPayDay } from '@core/domain/billing/bill-validity';
import type { TaskBill, TaskLine, TaskReport } from '@core/domain/visit/task';
import { shownVersion } from '@core/domain/report/release';
import type { BillRecord } from '../_store/bills';
import type { OrderRecord } from '../_store/orders';
import { contentOf, type ReportRecord } from '../_store/reports';

/** What a doctor ordered, line by line. */
export const taskLines = (
  { _id, appointmentId, placedAt, day, lines }: OrderRecord,
  payDays: number,
): TaskLine[] =>
  lines.map((line) => ({
    orderId: _id,
    lineId: line.lineId,
    appointmentId,
    name: line.name,
    category: line.category,
    place: null,
    placeId: line.placeId,
    preparation: line.preparation,
    state: line.state,
    paid: line.paid,
    payUntil: lastPayDay(day, payDays),
    placedAt,
  }));

export const taskBills = (bills: readonly BillRecord[], payDays: number): TaskBill[] =>
  bills.flatMap(({ _id, appointmentId, state, day, totalFen, placedAt, payment }) =>
    state === 'void'
      ? []
      : [
          {
            billId: _id,
            appointmentId,
            state: state === 'due' ? ('open' as const) : ('paid' as const),
            payUntil: lastPayDay(day, payDays),
            totalFen,
            at: payment?.paidAt ?? placedAt,
          },
        ],
  );

/** Only what may be shown; unread is what this reader has not opened, whoever else has. */
export const taskReports = (reports: readonly ReportRecord[], readerId: string): TaskReport[] =>
  reports.flatMap((report) => {
    const version = shownVersion(report.versions);
    if (!version) return [];
    const unread = !report.seenBy.some(
      (seen) => seen.accountId === readerId && seen.version === version.number,
    );
    const name = unread ? contentOf(report._id, version).title : '';
    return [{ reportId: report._id, name, unread, at: version.issuedAt }];
  });
