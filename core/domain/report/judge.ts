import type { Examined, LaboratoryCatalogue } from './catalogue';
import { interpret, type Interpretation } from './interpret';
import { isAbnormal, isCritical, type ReportContent, type ResultContent } from './report';

export type JudgedResult = ResultContent & Interpretation;

/** A report with what each result meant when it arrived: a later change of the hospital's table changes no report. */
export interface JudgedReport extends Omit<ReportContent, 'results'> {
  readonly results: readonly JudgedResult[];
}

/** Compares every result with what is usual for the person. */
export function judge(
  content: ReportContent,
  catalogue: LaboratoryCatalogue,
  person: Examined,
): JudgedReport {
  const results = content.results.map((result) => {
    const item = catalogue.items.find(({ code }) => code === result.code) ?? null;
    return { ...result, ...interpret(result, item, person) };
  });
  return { ...content, results };
}

export const isCriticalReport = ({ urgent, results }: JudgedReport): boolean =>
  urgent || results.some(({ level }) => isCritical(level));

/** Whether there is a result that nothing could be compared with. */
export const hasUnjudged = ({ results }: JudgedReport): boolean =>
  results.some(({ level }) => level === 'unjudged');

/** How many results are not as usual. */
export const abnormalCount = ({ results }: JudgedReport): number =>
  results.filter(({ level }) => isAbnormal(level)).length;
