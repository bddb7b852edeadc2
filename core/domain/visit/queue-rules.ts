/** Why somebody may come before others. `courtesy`: elderly people, and those whom the nurse sees to be infirm. */
export type Priority = 'emergency' | 'green-channel' | 'courtesy' | 'none';

/** The hospital's rules of check-in and queue. */
export interface QueueRules {
  /** Best first: before everybody of the session, or only before others of the same half-hour. */
  readonly priorities: readonly {
    readonly priority: Exclude<Priority, 'none'>;
    readonly before: 'session' | 'half-hour';
  }[];
  /** Full years from which `courtesy` is given without asking. */
  readonly courtesyFromYears: number;
  /** How long before the half-hour check-in opens. */
  readonly checkInOpensMinutes: number;
  /** Who did not come when called waits behind so many calls: the first time, the second time… */
  readonly passedBehind: readonly number[];
  /** Who comes back with results waits behind so many calls. */
  readonly returningBehind: number;
  /** Who was sent here from another clinic waits behind so many calls. */
  readonly transferredBehind: number;
  /** The expected wait is reckoned from the last so many visits of the session, once there are `fewestVisits`. */
  readonly recentVisits: number;
  readonly fewestVisits: number;
  /** Until then: how long a visit takes as a rule. */
  readonly usualMinutes: { readonly shortest: number; readonly longest: number };
}
