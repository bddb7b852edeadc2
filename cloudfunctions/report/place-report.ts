import { dayOf, MINUTE_MS } from '@core/domain/calendar-day';
import { reason, type Reason, type ReasonCode } from '@core/domain/report/fhir/reasons';
import { isCriticalReport, judge, type JudgedReport } from '@core/domain/report/judge';
import type { ReportCategory, ReportContent } from '@core/domain/report/report';
import { laboratory } from '../_store/laboratory';
import { patientByNumber } from '../_store/numbered-patients';
import { orders, type OrderRecord } from '../_store/orders';
import { patients, type PatientRecord } from '../_store/patients';
import { personOf } from './examined';

/** A report beside the hospital's own records. */
export interface PlacedReport {
  /** As it was sent, and as it was judged. */
  readonly content: ReportContent;
  readonly report: JudgedReport;
  readonly critical: boolean;
  readonly patientId: string;
  readonly order: OrderRecord | null;
}

export type Placed =
  { readonly ok: true; readonly placed: PlacedReport } | { readonly ok: false; readonly reason: Reason };

/** Clocks of other systems may be a little ahead. */
const AHEAD_MS = 10 * MINUTE_MS;

const no = (code: ReasonCode): Placed => ({ ok: false, reason: reason(code) });

/** Whose report it is, which order it answers, and what its results mean for that person. */
export async function placeReport(
  content: ReportContent,
  desk: ReportCategory,
  now: number,
): Promise<Placed> {
  if (content.category !== desk) return no('OTHER_DESK');
  if (content.issuedAt > now + AHEAD_MS) return no('FROM_THE_FUTURE');
  if (content.collectedAt > content.issuedAt + AHEAD_MS) return no('BAD_TIME');
  const order = content.orderId === null ? null : await orders.findById(content.orderId);
  const barred = content.orderId === null ? null : orderBar(content, order);
  if (barred) return no(barred);

  const patient = await patientOf(content, order);
  if (!patient) return no('UNKNOWN_PATIENT');
  if (order && order.patientId !== patient._id) return no('OTHER_PATIENT');
  const { pregnant, collectedAt } = content;
  const table = await laboratory.current(now);
  const [person, day] = [personOf(patient), dayOf(collectedAt)];
  // Before the birth it was another's, e.g. the mother's; so is a pregnancy of a man.
  if (day < person.birthDate || (pregnant === true && person.sex === 'male')) return no('OTHER_PATIENT');
  const report = judge(content, table, { ...person, pregnant, day });
  const placed = { content, report, critical: isCriticalReport(report), patientId: patient._id, order };
  return { ok: true, placed };
}

/** A result for something that was not done would be somebody else's. */
function orderBar(content: ReportContent, order: OrderRecord | null): ReasonCode | null {
  const line = order?.lines.find(({ lineId }) => lineId === content.lineId);
  if (line?.desk !== content.category) return 'UNKNOWN_ORDER';
  return content.status !== 'withdrawn' && line.state !== 'executed' ? 'NOT_EXECUTED' : null;
}

function patientOf(content: ReportContent, order: OrderRecord | null): Promise<PatientRecord | null> {
  if (content.outpatientNumber !== null) return patientByNumber(content.outpatientNumber);
  return order ? patients.findById(order.patientId) : Promise.resolve(null);
}
