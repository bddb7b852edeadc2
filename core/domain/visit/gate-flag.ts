import { addDays, startOfDay, type CalendarDay } from '../calendar-day';
import type { GateDecision } from './gate-declaration';
import type { FlagOutcome, GateOutcome, GateRules } from './gate-rules';

/** Keeps somebody away from the ordinary clinics until an instant, or until a nurse clears it. */
export interface GateFlag {
  readonly outcome: FlagOutcome;
  readonly since: number;
  /** Epoch milliseconds; from then on nothing is barred. */
  readonly until: number;
  readonly clearedAt: number | null;
}

const SERIOUSNESS: Readonly<Record<FlagOutcome, number>> = {
  'children-fever-clinic': 1,
  'fever-clinic': 1,
  emergency: 2,
};

export const isFlagOutcome = (outcome: GateOutcome): outcome is FlagOutcome => outcome in SERIOUSNESS;

export const isLive = (flag: GateFlag | null, now: number): flag is GateFlag =>
  flag !== null && flag.clearedAt === null && now < flag.until;

/**
 * The flag after a declaration. A milder declaration never shortens or lifts a flag that still holds: that is a nurse's
 * decision, or nobody would have to tell the truth twice.
 */
export function flagAfter(
  before: GateFlag | null,
  decision: GateDecision,
  today: CalendarDay,
  now: number,
): GateFlag | null {
  const { outcome, flagDays } = decision;
  if (flagDays === null || !isFlagOutcome(outcome)) return before;
  const until = startOfDay(addDays(today, flagDays + 1));
  if (!isLive(before, now)) return { outcome, since: now, until, clearedAt: null };
  return {
    outcome: SERIOUSNESS[before.outcome] > SERIOUSNESS[outcome] ? before.outcome : outcome,
    since: before.since,
    until: Math.max(before.until, until),
    clearedAt: null,
  };
}

/** Whether a flag bars a clinic now. */
export const bars = (
  flag: GateFlag | null,
  clinicId: string,
  rules: Pick<GateRules, 'openClinics'>,
  now: number,
): flag is GateFlag => isLive(flag, now) && !rules.openClinics[flag.outcome].includes(clinicId);
