import { boundsFor, type Examined, type LaboratoryItem } from './catalogue';
import { isCritical, type Bounds, type ResultContent, type ResultLevel } from './report';

/** What a value means for this person. */
export interface Interpretation {
  readonly level: ResultLevel;
  /** What it was compared with; null where there is nothing. */
  readonly bounds: Bounds | null;
  /** own: the laboratory's, given with the result; table: the hospital's table. */
  readonly by: 'own' | 'table' | null;
  /** She is pregnant, and the table has no bounds for that. */
  readonly notForPregnancy: boolean;
}

/** A value with `<` lies just below its number, one with `>` just above. */
function side({ value, comparator }: ResultContent, bound: number): -1 | 0 | 1 {
  if (value === null) return 0;
  if (value !== bound) return value < bound ? -1 : 1;
  if (comparator === '<') return -1;
  return comparator === '>' ? 1 : 0;
}

/** Neither bound is left: the value itself on a bound is usual. */
function levelWithin(result: ResultContent, { low, high }: Bounds): 'low' | 'normal' | 'high' {
  if (low !== null && side(result, low) < 0) return 'low';
  return high !== null && side(result, high) > 0 ? 'high' : 'normal';
}

const CRITICAL_OF = { low: 'critical-low', normal: null, high: 'critical-high' } as const;

/** The limit itself is critical already: `≤ 2.8` is what tables of critical values say. */
function criticalLevel(result: ResultContent, { low, high }: Bounds): ResultLevel | null {
  if (low !== null && side(result, low) <= 0) return CRITICAL_OF.low;
  return high !== null && side(result, high) >= 0 ? CRITICAL_OF.high : null;
}

const hasBound = ({ low, high }: Bounds): boolean => low !== null || high !== null;

/**
 * Compares a result with the laboratory's own bounds where it gave some, else with the hospital's table for the person's
 * age, sex and pregnancy. What the laboratory itself calls critical is critical; so is what lies beyond the table's limits.
 */
export function interpret(
  result: ResultContent,
  item: LaboratoryItem | null,
  person: Examined,
): Interpretation {
  const compared = comparison(result, item, person);
  if (result.value === null) return { ...compared, level: wordLevel(result, item) };
  const limits = item && boundsFor(item.critical, person);
  const critical = limits && criticalLevel(result, limits);
  const level = compared.bounds ? levelWithin(result, compared.bounds) : (result.flag ?? 'unjudged');
  return { ...compared, level: critical ?? (result.flag && isCritical(result.flag) ? result.flag : level) };
}

function comparison(result: ResultContent, item: LaboratoryItem | null, person: Examined) {
  if (result.bounds && hasBound(result.bounds))
    return { bounds: result.bounds, by: 'own', notForPregnancy: false } as const;
  const row = item && result.value !== null ? boundsFor(item.ranges, person) : null;
  if (!row || !hasBound(row)) return { bounds: null, by: null, notForPregnancy: false } as const;
  const { low, high } = row;
  return {
    bounds: { low, high },
    by: 'table',
    notForPregnancy: person.pregnant === true && !row.pregnant,
  } as const;
}

function wordLevel({ text, flag }: ResultContent, item: LaboratoryItem | null): ResultLevel {
  const level = flag ?? comparedWord(text, item?.usualWords ?? []);
  return level === 'abnormal' && item?.doctorFirst ? 'critical' : level;
}

function comparedWord(text: string | null, usual: readonly string[]): ResultLevel {
  if (text === null || usual.length === 0) return 'unjudged';
  return usual.includes(text.trim()) ? 'normal' : 'abnormal';
}
