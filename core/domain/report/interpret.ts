import { isAbove, isBelow, type Certainty, type Measured } from './bounded';
import { boundsFor, type Examined, type LaboratoryItem } from './catalogue';
import { isAbnormal, isCritical, type Bounds, type ResultContent, type ResultLevel } from './report';
import { wordLevel } from './word-level';

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

/** Neither bound is left: the value itself on a bound is usual. What may lie on either side is for a doctor to judge. */
function levelWithin(measured: Measured, { low, high }: Bounds): 'low' | 'normal' | 'high' | 'unjudged' {
  const below = low === null ? 'no' : isBelow(measured, low);
  const above = high === null ? 'no' : isAbove(measured, high);
  if (below === 'surely') return 'low';
  if (above === 'surely') return 'high';
  return below === 'maybe' || above === 'maybe' ? 'unjudged' : 'normal';
}

/** The limit itself is critical already: `≤ 2.8` is what tables of critical values say. */
const reaches = (beyond: Certainty, measured: Measured, limit: number): Certainty =>
  measured.value === limit && measured.comparator === null ? 'surely' : beyond;

/** What is surely outside of its range and may be beyond a limit counts as beyond: a doctor finds out. */
function criticalLevel(measured: Measured, { low, high }: Bounds, level: ResultLevel): ResultLevel | null {
  const beyond = (certainty: Certainty, side: ResultLevel): boolean =>
    certainty === 'surely' || (certainty === 'maybe' && level === side);
  if (low !== null && beyond(reaches(isBelow(measured, low), measured, low), 'low')) return 'critical-low';
  if (high !== null && beyond(reaches(isAbove(measured, high), measured, high), 'high'))
    return 'critical-high';
  return null;
}

const hasBound = ({ low, high }: Bounds): boolean => low !== null || high !== null;
const gravity = (level: ResultLevel): number => (isCritical(level) ? 2 : isAbnormal(level) ? 1 : 0);

/**
 * Compares a result with the laboratory's own bounds where it gave some, else with the hospital's table for the person's
 * age, sex and pregnancy. What lies beyond the table's limits is critical. Of this and the laboratory's own judgement the
 * graver one counts; where that is not the table's, its bounds are left out, since they are not what it was judged by.
 */
export function interpret(
  result: ResultContent,
  item: LaboratoryItem | null,
  person: Examined,
): Interpretation {
  const compared = comparison(result, item, person);
  const own = comparedLevel(result, item, { person, bounds: compared.bounds });
  const { flag } = result;
  if (flag === null || (own !== 'unjudged' && gravity(flag) <= gravity(own)))
    return { ...compared, level: told(own, item) };
  return { ...(compared.by === 'table' ? NOTHING : compared), level: told(flag, item) };
}

const NOTHING = { bounds: null, by: null, notForPregnancy: false } as const;

/** A screening result that means little by itself is told by a doctor. */
const told = (level: ResultLevel, item: LaboratoryItem | null): ResultLevel =>
  level === 'abnormal' && item?.doctorFirst ? 'critical' : level;

interface Against {
  readonly person: Examined;
  readonly bounds: Bounds | null;
}

function comparedLevel(
  { value, comparator, text, flag }: ResultContent,
  item: LaboratoryItem | null,
  { person, bounds }: Against,
): ResultLevel {
  if (value === null) return wordLevel(text, item, flag);
  const measured = { value, comparator };
  const level = bounds ? levelWithin(measured, bounds) : 'unjudged';
  const limits = item && boundsFor(item.critical, person);
  return (limits && criticalLevel(measured, limits, level)) ?? level;
}

function comparison(result: ResultContent, item: LaboratoryItem | null, person: Examined) {
  if (result.bounds && hasBound(result.bounds))
    return { bounds: result.bounds, by: 'own', notForPregnancy: false } as const;
  const row = item && result.value !== null ? boundsFor(item.ranges, person) : null;
  if (!row || !hasBound(row)) return NOTHING;
  const { low, high } = row;
  return {
    bounds: { low, high },
    by: 'table',
    notForPregnancy: person.pregnant === true && !row.pregnant,
  } as const;
}
