import type { CalendarDay } from '../calendar-day';
import { hasReached, type AgeBound } from './age';
import type { Bounds } from './report';

/** A public document that says so, or null: nobody has checked the row yet. */
export interface Citation {
  readonly title: string;
  readonly address: string;
}

/** Whom a row of bounds is for; absent ends are open. `from` is included, `to` is not. */
export interface Group {
  readonly sex: 'female' | 'male' | null;
  /** True: only for women known to be pregnant. */
  readonly pregnant: boolean;
  readonly from: AgeBound | null;
  readonly to: AgeBound | null;
}

export interface GroupBounds extends Group, Bounds {
  readonly source: Citation | null;
}

/** One thing a laboratory measures, as a hospital describes it. */
export interface LaboratoryItem {
  readonly code: string;
  /** The same item's code elsewhere; null where there is none that is sure. */
  readonly loinc: string | null;
  readonly name: string;
  /** What staff call it, e.g. `WBC`. */
  readonly short: string;
  /** Empty for results that are words. */
  readonly unit: string;
  readonly decimals: number;
  /** Words that are usual, for results that are words; empty for numbers. */
  readonly usualWords: readonly string[];
  /** Whatever is not usual is told by a doctor first: a screening result that means little by itself. */
  readonly doctorFirst: boolean;
  /** What it tells, what more and what less of it can mean: one plain sentence each; empty where it has no such side. */
  readonly about: string;
  readonly whenHigh: string;
  readonly whenLow: string;
  readonly ranges: readonly GroupBounds[];
  /** Beyond these a doctor must know before anybody else. */
  readonly critical: readonly GroupBounds[];
  readonly source: Citation | null;
}

/** Items that are ordered together, e.g. a blood count. */
export interface LaboratoryPanel {
  readonly panelId: string;
  readonly name: string;
  /** Items of the price list that ask for it. */
  readonly itemIds: readonly string[];
  readonly codes: readonly string[];
}

export interface LaboratoryCatalogue {
  readonly items: readonly LaboratoryItem[];
  readonly panels: readonly LaboratoryPanel[];
}

/** Who was examined, when. */
export interface Examined {
  readonly birthDate: CalendarDay;
  readonly sex: 'female' | 'male';
  /** Null where nobody said. */
  readonly pregnant: boolean | null;
  readonly day: CalendarDay;
}

const fits = (group: Group, { birthDate, sex, pregnant, day }: Examined): boolean =>
  (group.sex === null || group.sex === sex) &&
  (!group.pregnant || pregnant === true) &&
  (group.from === null || hasReached(birthDate, day, group.from)) &&
  (group.to === null || !hasReached(birthDate, day, group.to));

/** The more it says of whom it is for, the better it fits. */
const closeness = (group: Group): number => (group.pregnant ? 2 : 0) + (group.sex === null ? 0 : 1);

/** The row for this person; null where the table has none. */
export function boundsFor<G extends Group>(rows: readonly G[], person: Examined): G | null {
  const fitting = rows.filter((row) => fits(row, person));
  return fitting.sort((one, other) => closeness(other) - closeness(one))[0] ?? null;
}

/** Every row of it was checked against a public document. */
export const isReviewed = (item: LaboratoryItem): boolean =>
  item.source !== null && [...item.ranges, ...item.critical].every(({ source }) => source !== null);
