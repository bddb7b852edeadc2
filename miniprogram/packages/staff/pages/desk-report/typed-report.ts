import type { ReportCategory } from '@core/domain/report/report';
import type { TypedReport, TypedResult } from '@core/domain/report/fhir/to-fhir';
import type { Judgement, Status } from './choices';

/** What the page holds when it is sent. */
export interface Typed {
  readonly desk: ReportCategory;
  readonly orderId: string;
  readonly lineId: string;
  readonly name: string;
  readonly sourceId: string;
  readonly status: Status;
  readonly pregnancy: string;
  readonly urgency: string;
  readonly words: string;
  readonly judgement: Judgement;
  readonly findings: string;
  readonly impression: string;
}

/** The desk's own number of a report about an order item: the same one for its corrections. */
export const sourceIdOf = (orderId: string, lineId: string): string => `${orderId}-${lineId}`;

/** A result in words, judged by the desk itself. */
const inWords = ({ name, words, judgement }: Typed): TypedResult => ({
  code: 'in-words',
  name,
  unit: '',
  value: null,
  text: words.trim(),
  flag: judgement,
});

export function typedReport(typed: Typed, results: readonly TypedResult[], now: number): TypedReport {
  const laboratory = typed.desk === 'laboratory';
  const measured = laboratory && typed.words.trim() !== '' ? [...results, inWords(typed)] : results;
  return {
    sourceId: typed.sourceId,
    category: typed.desk,
    status: typed.status,
    title: typed.name,
    outpatientNumber: null,
    orderId: typed.orderId,
    lineId: typed.lineId,
    collectedAt: now,
    issuedAt: now,
    pregnant: typed.pregnancy === 'unknown' ? null : typed.pregnancy === 'yes',
    urgent: !laboratory && typed.urgency === 'yes',
    results: typed.status === 'entered-in-error' ? [] : measured,
    findings: laboratory ? '' : typed.findings.trim(),
    impression: laboratory ? '' : typed.impression.trim(),
  };
}
