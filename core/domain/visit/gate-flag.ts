import { addDays, startOfDay, type CalendarDay } from '../calendar-day';
import type { GateDecision } from './gate-declaration';
import type { FlagOutcome, GateOutcome, GateRules } from './gate-rules';

/** Keeps somebody away from the ordinary clinics until an instant, or until a nurse clears it. */
export interface GateFlag {
  readonly since: number;
  /** Epoch milliseconds; from then on nothing is barred. The end of the last part. */
  readonly until: number;
  readonly clearedAt: number | null;
  /** Where to go instead, and until when: an emergency of today may stand before a fever of three days. */
  readonly parts: readonly FlagPart[];
}

export interface FlagPart {
  readonly outcome: FlagOutcome;
  readonly until: number;
}

const SERIOUSNESS: Readonly<Record<FlagOutcome, number>> = {
  'children-fever-clinic': 1,
  'fever-clinic': 1,
  emergency: 2,
};

export const isFlagOutcome = (outcome: GateOutcome): outcome is FlagOutcome => outcome in SERIOUSNESS;

export const isLive = (flag: GateFlag | null, now: number): flag is GateFlag =>
  flag !== null && flag.clearedAt === null && now < flag.until;

/** Where a flag sends its person now: the most serious of what has not ended; null where nothing holds. */
export function sentBy(flag: GateFlag | null, now: number): FlagOutcome | null {
  if (!isLive(flag, now)) return null;
  const holding = flag.parts.filter(({ until }) => now < until);
  return holding.sort((a, b) => SERIOUSNESS[b.outcome] - SERIOUSNESS[a.outcome])[0]?.outcome ?? null;
}

/**
 * The flag after a declaration. A milder declaration never shortens or lifts a flag that still holds: that is a nurse's
 * decision, or nobody would have to tell the truth twice.
 */
export function flagAfter(
  before: GateFlag | null,
  { flags }: GateDecision,
  today: CalendarDay,
  now: number,
): GateFlag | null {
  if (flags.length === 0) return before;
  const held = isLive(before, now) ? before : null;
  const added = flags.map(({ outcome, days }) => ({
    outcome,
    until: startOfDay(addDays(today, days + 1)),
  }));
  const parts = added.reduce(withPart, held?.parts.filter(({ until }) => now < until) ?? []);
  const until = Math.max(...parts.map((part) => part.until));
  return { since: held?.since ?? now, until, clearedAt: null, parts };
}

/** One part for each seriousness, the later end of two. */
function withPart(parts: readonly FlagPart[], added: FlagPart): readonly FlagPart[] {
  const isSame = ({ outcome }: FlagPart): boolean => SERIOUSNESS[outcome] === SERIOUSNESS[added.outcome];
  const until = Math.max(added.until, ...parts.filter(isSame).map((part) => part.until));
  return [...parts.filter((part) => !isSame(part)), { outcome: added.outcome, until }];
}

/** Where a flag sends somebody who wants to a clinic that it bars; null where the clinic is open to them. */
export function barredBy(
  flag: GateFlag | null,
  clinicId: string,
  rules: Pick<GateRules, 'openClinics'>,
  now: number,
): FlagOutcome | null {
  const outcome = sentBy(flag, now);
  return outcome !== null && !rules.openClinics[outcome].includes(clinicId) ? outcome : null;
}

/**
 * Whether a flag, as it stands now, still bars somebody from a clinic at the time for which they are booked: where to go
 * meanwhile, or null. `at`: epoch milliseconds.
 */
export function barredThen(
  flag: GateFlag | null,
  { clinicId, at }: { readonly clinicId: string; readonly at: number },
  rules: Pick<GateRules, 'openClinics'>,
  now: number,
): FlagOutcome | null {
  return barredBy(flag, clinicId, rules, Math.max(at, now)) === null ? null : sentBy(flag, now);
}
