import type { ResultView } from '@core/contract/report';
import { barOf } from '@core/domain/report/bar';
import type { LaboratoryCatalogue, LaboratoryItem } from '@core/domain/report/catalogue';
import type { JudgedResult } from '@core/domain/report/judge';
import { isAbnormal, isCritical, type ResultLevel } from '@core/domain/report/report';

/** A result with the hospital's words for it. `measuredBefore`: codes of which there is another value. */
export function resultView(
  result: JudgedResult,
  { items }: LaboratoryCatalogue,
  measuredBefore: ReadonlySet<string>,
): ResultView {
  const item = items.find(({ code }) => code === result.code);
  const { code, name, value, comparator, text, unit, level, bounds, notForPregnancy } = result;
  return {
    code,
    name,
    short: item?.short ?? '',
    value,
    comparator,
    text,
    unit,
    decimals: item?.decimals ?? 2,
    level,
    bounds,
    bar: value === null || bounds === null ? null : barOf(value, bounds),
    notForPregnancy,
    about: item?.about ?? '',
    meaning: item ? meaningOf(level, item) : '',
    hasTrend: value !== null && measuredBefore.has(code),
  };
}

function meaningOf(level: ResultLevel, { whenLow, whenHigh }: LaboratoryItem): string {
  if (level === 'low' || level === 'critical-low') return whenLow;
  return isAbnormal(level) ? whenHigh : '';
}

/** What needs attention comes first; within that the laboratory's own order holds. */
export const byUrgency = (results: readonly JudgedResult[]): JudgedResult[] => {
  const rank = ({ level }: JudgedResult): number => (isCritical(level) ? 0 : isAbnormal(level) ? 1 : 2);
  return [...results].sort((one, other) => rank(one) - rank(other));
};
