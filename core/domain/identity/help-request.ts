/** Somebody who asked for a volunteer. Instants in epoch milliseconds. */
export interface HelpStanding {
  readonly state: 'open' | 'taken' | 'done' | 'cancelled';
  /** When nobody looks for them any more. */
  readonly expiresAt: number;
  readonly takenAt: number | null;
}

/**
 * How it stands now. A volunteer who said yes is waited for as long as `comeMs`; after that the request is open to the others
 * again, so that nobody is left standing. Null where it is over.
 */
export function helpState(
  { state, expiresAt, takenAt }: HelpStanding,
  comeMs: number,
  now: number,
): 'open' | 'taken' | null {
  if (state === 'done' || state === 'cancelled') return null;
  if (state === 'taken' && takenAt !== null && now < takenAt + comeMs) return 'taken';
  return now < expiresAt ? 'open' : null;
}
