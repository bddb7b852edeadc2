/** How much is on sale and how the demand leans. */
export interface Mix {
  readonly name: string;
  readonly about: string;
  /** Online seats of each half-hour at full size. */
  readonly seatsPerSlot: number;
  readonly exponent: number;
}

/** Twenty half-days of six half-hours. */
export const SESSIONS = 20;
export const SLOTS_PER_SESSION = 6;
export const SLOTS = SESSIONS * SLOTS_PER_SESSION;

export const FULL_SIZE = 5000;
export const REPEATS = 0.08;

export const MIXES: readonly Mix[] = [
  { name: 'burst', about: 'the rush: almost everybody is refused', seatsPerSlot: 5, exponent: 1 },
  { name: 'write-heavy', about: 'most get a seat', seatsPerSlot: 26, exponent: 0.5 },
];

/** Online seats of each half-hour for a run of another size, in proportion. */
export const seatsPerSlot = (mix: Mix, attempts: number): number =>
  Math.max(1, Math.round((mix.seatsPerSlot * attempts) / FULL_SIZE));
