import type { EncounterState } from './encounter';

/** One of today's appointments in the area where somebody stands. */
export interface VisitChoice {
  /** Null before check-in. */
  readonly state: EncounterState | null;
  /** When one may check in, in epoch milliseconds. */
  readonly opensAt: number;
  readonly closesAt: number;
}

/**
 * Which of several appointments a scan means: one for which it does something, before one that only can be looked at, before
 * one for which it is too early or too late. So a missed morning does not stand before the afternoon, and who waits for one
 * doctor can be queued for the next. Of equals the first given counts; null where there is none.
 */
export function chooseVisit<Choice extends VisitChoice>(
  choices: readonly Choice[],
  now: number,
): Choice | null {
  const ranked = choices.map((choice) => ({ choice, rank: rankOf(choice, now) }));
  return ranked.sort((a, b) => a.rank - b.rank)[0]?.choice ?? null;
}

const RANK: Readonly<Record<EncounterState, number>> = {
  passed: 0,
  held: 0,
  called: 2,
  'in-room': 2,
  arrived: 2,
  finished: 5,
};

function rankOf({ state, opensAt, closesAt }: VisitChoice, now: number): number {
  if (state !== null) return RANK[state];
  if (now >= closesAt) return 4;
  return now < opensAt ? 3 : 1;
}
