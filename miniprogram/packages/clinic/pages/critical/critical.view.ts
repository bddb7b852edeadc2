import type { CriticalLine, ResultView } from '@core/contract/report';
import { recordedInstant } from '../../../../services/dates';
import {
  levelWords,
  rangeText,
  unitText,
  valueText,
  type Tone,
} from '../../../../services/report/result-words';

/** A report that waits until its doctor has seen it. */
export interface CriticalCard {
  readonly reportId: string;
  readonly version: number;
  readonly title: string;
  readonly who: string;
  readonly at: string;
  readonly results: readonly ResultRow[];
  readonly findings: string;
  readonly impression: string;
  /** Opens the visit at which it was ordered; empty where there is none. */
  readonly appointmentId: string;
}

interface ResultRow {
  readonly code: string;
  readonly name: string;
  readonly value: string;
  readonly range: string;
  readonly word: string;
  readonly tone: Tone;
}

function resultRow(result: ResultView): ResultRow {
  const { word, sign, tone } = levelWords(result.level);
  return {
    code: result.code,
    name: result.name,
    value: `${valueText(result)} ${unitText(result.unit)}`,
    range: rangeText(result.bounds),
    word: sign === '' ? word : `${word} ${sign}`,
    tone,
  };
}

export const criticalCard = (line: CriticalLine): CriticalCard => ({
  reportId: line.reportId,
  version: line.version,
  title: line.title,
  who: `${line.maskedPatientName} · ${String(line.ageYears)} 岁`,
  at: recordedInstant(line.issuedAt),
  results: line.results.map(resultRow),
  findings: line.findings ?? '',
  impression: line.impression ?? '',
  appointmentId: line.appointmentId ?? '',
});
