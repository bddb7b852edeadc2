import type { DeskReport, report, SentReport } from '@core/contract/report';
import { deskNumber } from '@core/domain/report/desk-number';
import type { JudgedReport } from '@core/domain/report/judge';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { orders } from '../_store/orders';
import { patients } from '../_store/patients';
import { contentOf, reports, type ReportRecord } from '../_store/reports';
import { ageAt, maskedNameOf, personOf } from './examined';
import { worksAt } from './own-desk';

/** What the desk sent last about one line, and under which number it goes on. */
export const getDeskReport: UseCase<typeof report.procedures.getDeskReport> = async (input, context) => {
  const { orderId, lineId } = input;
  const order = await orders.findById(orderId);
  const line = order?.lines.find((one) => one.lineId === lineId);
  const desk = line?.desk;
  if (!order || !line || desk === undefined || desk === 'pharmacy') return refuse('NOT_FOUND', null);
  if (!(await worksAt(desk, context))) return refuse('NOT_FOUND', null);
  const [all, patient] = await Promise.all([
    reports.findByPatient(order.patientId),
    patients.findById(order.patientId),
  ]);
  if (!patient) return refuse('NOT_FOUND', null);
  const own = all.filter((record) => record.orderId === orderId && record.lineId === lineId);
  return accept({
    maskedPatientName: maskedNameOf(patient),
    gender: personOf(patient).sex,
    ageYears: ageAt(patient, context.now),
    executedAt: line.executedAt,
    ...goingOn(own, deskNumber(orderId, lineId, own.length)),
  });
};

/** From the report that still stands; `fresh` where there is none. */
function goingOn(own: readonly ReportRecord[], fresh: string): Pick<DeskReport, 'sourceId' | 'sent'> {
  const standing = own
    .filter(({ state }) => state !== 'withdrawn')
    .sort((one, other) => receivedAt(other) - receivedAt(one))
    .at(0);
  const version = standing?.versions.at(-1);
  if (!standing || !version || version.status === 'withdrawn') return { sourceId: fresh, sent: null };
  const content = contentOf(standing._id, version);
  return { sourceId: content.sourceId, sent: { ...sentOf(content), status: version.status } };
}

const receivedAt = ({ versions }: ReportRecord): number => versions.at(-1)?.receivedAt ?? 0;

function sentOf(content: JudgedReport): Omit<SentReport, 'status'> {
  const { collectedAt, issuedAt, pregnant, urgent, findings, impression } = content;
  const results = content.results.map(({ code, name, value, comparator, text, unit, level }) => ({
    code,
    name,
    value,
    comparator,
    text,
    unit,
    level,
  }));
  return { collectedAt, issuedAt, pregnant, urgent, results, findings, impression };
}
