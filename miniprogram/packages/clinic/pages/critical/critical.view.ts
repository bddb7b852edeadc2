import type { CriticalLine, ResultView } from '@core/contract/report';
import type { CriticalRules } from '@core/domain/report/critical-routing';
import { recordedInstant } from '../../../../services/dates';
import {
  levelWords,
  rangeText,
  unitText,
  valueText,
  type Tone,
} from '../../../../services/report/result-words';
import { waitedWords } from './waited-words';

/** A report that waits until a doctor has seen it. */
export interface CriticalCard {
  readonly reportId: string;
  readonly version: number;
  readonly title: string;
  readonly who: string;
  readonly at: string;
  /** By which the laboratory's system finds the patient and the telephone. */
  readonly number: string;
  /** Why it is shown to another doctor than the one who ordered it; empty for one's own. */
  readonly why: string;
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

function whyWords({ standsInFor, since }: CriticalLine, now: number): string {
  if (standsInFor === null) return '';
  const doctor = standsInFor === '' ? '别的医生开的单' : `${standsInFor}医生开的单`;
  return `${doctor}。这份${waitedWords(since, now)}，还没有医生确认，请您先看、先处理。`;
}

export const criticalCard = (line: CriticalLine, now: number): CriticalCard => ({
  reportId: line.reportId,
  version: line.version,
  title: line.title,
  who: `${line.maskedPatientName} · ${String(line.ageYears)} 岁`,
  at: recordedInstant(line.issuedAt),
  number: line.sourceId,
  why: whyWords(line, now),
  results: line.results.map(resultRow),
  findings: line.findings ?? '',
  impression: line.impression ?? '',
  appointmentId: line.appointmentId ?? '',
});

/** Who else is shown what nobody acknowledges: the rule, said on the screen. */
export const ruleWords = ({ departmentAfterMinutes, hospitalAfterMinutes }: CriticalRules): string =>
  `开单医生 ${String(departmentAfterMinutes)} 分钟没有确认，或者不在岗了，同科室的医生也会收到、也能确认；` +
  `${String(hospitalAfterMinutes)} 分钟还没有人确认，全院医生都会收到。超过时限，也会告诉管理员。`;
