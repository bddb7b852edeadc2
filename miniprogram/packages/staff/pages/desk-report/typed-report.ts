import type { DeskReport } from '@core/contract/report';
import type { ReportCategory, ResultLevel } from '@core/domain/report/report';
import type { TypedReport, TypedResult } from '@core/domain/report/fhir/to-fhir';
import type { Judgement, Status } from './choices';

/** What the page holds when it is sent. */
export interface Typed {
  readonly desk: ReportCategory;
  readonly orderId: string;
  readonly lineId: string;
  readonly name: string;
  /** What the hospital has of this line so far. */
  readonly known: DeskReport;
  readonly status: Status;
  readonly pregnancy: string;
  readonly urgency: string;
  readonly words: string;
  /** Empty until the desk has said so: nothing is as usual by itself. */
  readonly judgement: Judgement | '';
  readonly findings: string;
  readonly impression: string;
}

export const NOTHING_KNOWN: DeskReport = {
  maskedPatientName: '',
  gender: 'female',
  ageYears: 0,
  sourceId: '',
  executedAt: null,
  sent: null,
};

const IN_WORDS = 'in-words';

/** A result in words, judged by the desk itself. */
const inWords = ({ name, words, judgement }: Typed): TypedResult => ({
  code: IN_WORDS,
  name,
  unit: '',
  value: null,
  text: words.trim(),
  ...(judgement === '' ? {} : { flag: judgement }),
});

/** A result in words of which the desk has not said whether it is as usual. */
export const isUnjudged = ({ status, words, judgement }: Typed): boolean =>
  status !== 'entered-in-error' && words.trim() !== '' && judgement === '';

type Began = Pick<
  Typed,
  'status' | 'pregnancy' | 'urgency' | 'words' | 'judgement' | 'findings' | 'impression'
>;

const judgementOf = (level: ResultLevel): Judgement =>
  level === 'critical' ? 'AA' : level === 'normal' ? 'N' : 'A';

/** The form as it begins: with everything that was sent, since a correction takes the place of the whole. */
export function begun({ sent }: DeskReport): Began {
  const words = sent?.results.find(({ code }) => code.endsWith(IN_WORDS));
  const pregnant = sent?.pregnant ?? null;
  return {
    status: sent === null || sent.status === 'preliminary' ? 'final' : 'amended',
    pregnancy: pregnant === null ? 'unknown' : pregnant ? 'yes' : 'no',
    urgency: sent?.urgent === true ? 'yes' : 'no',
    words: words?.text ?? '',
    judgement: words === undefined ? '' : judgementOf(words.level),
    findings: sent?.findings ?? '',
    impression: sent?.impression ?? '',
  };
}

/** Results of the last report that this form has no field for: they would be lost. */
export const unheldNames = ({ sent }: DeskReport, fields: readonly { readonly code: string }[]): string[] =>
  (sent?.results ?? [])
    .filter(({ code }) => !code.endsWith(IN_WORDS) && !fields.some((field) => field.code === code))
    .map(({ name }) => name);

/**
 * `now` is this phone's clock: it neither puts a correction before what it corrects, nor a report before its sample. A
 * sample was taken when the line was marked as done, not when its result is typed.
 */
export function typedReport(typed: Typed, results: readonly TypedResult[], now: number): TypedReport {
  const { sourceId, executedAt, sent } = typed.known;
  const laboratory = typed.desk === 'laboratory';
  const measured = laboratory && typed.words.trim() !== '' ? [...results, inWords(typed)] : results;
  const collectedAt = sent?.collectedAt ?? executedAt ?? now;
  return {
    sourceId,
    category: typed.desk,
    status: typed.status,
    title: typed.name,
    outpatientNumber: null,
    orderId: typed.orderId,
    lineId: typed.lineId,
    collectedAt,
    issuedAt: Math.max(now, collectedAt, sent?.issuedAt ?? 0),
    pregnant: typed.pregnancy === 'unknown' ? null : typed.pregnancy === 'yes',
    urgent: !laboratory && typed.urgency === 'yes',
    results: typed.status === 'entered-in-error' ? [] : measured,
    findings: laboratory ? '' : typed.findings.trim(),
    impression: laboratory ? '' : typed.impression.trim(),
  };
}
