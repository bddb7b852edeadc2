import { instantAt, type CalendarDay, type ClockTime } from '../calendar-day';
import { accept, refuse, type Result } from '../result';
import type { EncounterState } from '../visit/encounter';

/** requested: waits for an administrator; running: approved, the affected are being told and refunded. */
export type StopState = 'requested' | 'running' | 'done' | 'declined' | 'withdrawn';

export type StopCommand = 'approve' | 'decline' | 'withdraw';

export interface StopBars {
  STOP_DECIDED: { readonly state: StopState };
  SESSION_OVER: null;
}

const OUTCOME = { approve: 'running', decline: 'declined', withdraw: 'withdrawn' } as const;

export interface SessionTime {
  readonly day: CalendarDay;
  readonly end: ClockTime;
}

/** A session can be stopped until its last half-hour is over. */
export const isOver = ({ day, end }: SessionTime, now: number): boolean => now >= instantAt(day, end);

/** What becomes of a request to stop a session. Only the first decision counts. */
export function decideStop(
  state: StopState,
  command: StopCommand,
  { session, now }: { readonly session: SessionTime; readonly now: number },
): Result<StopState, StopBars> {
  if (state !== 'requested') return refuse('STOP_DECIDED', { state });
  if (command === 'approve' && isOver(session, now)) return refuse('SESSION_OVER', null);
  return accept(OUTCOME[command]);
}

/** What decides whether a stop hits somebody. */
export interface StoppedVisit {
  readonly status: 'pending' | 'closing' | 'booked' | 'cancelled';
  readonly endedBy: string | null;
  /** What the booking remembers of the visit; absent before check-in. */
  readonly attendance?: 'arrived' | 'seen' | 'finished' | null;
  /** Booked with another doctor, who sent them on to this one. */
  readonly sentHere: boolean;
  /** Where somebody who checked in is now; null before. */
  readonly visit: { readonly isElsewhere: boolean; readonly state: EncounterState } | null;
}

/**
 * Whom a stop hits: everyone who has a seat or may still get one by paying, and has not been seen by this doctor. Who gave
 * the seat back is not among them, even where that is not over yet; nor who was sent on to another doctor before.
 */
export const isAffected = (one: StoppedVisit): boolean =>
  one.status !== 'cancelled' &&
  !(one.status === 'closing' && one.endedBy !== 'lapse') &&
  one.visit?.isElsewhere !== true &&
  !isSeen(one);

/** The room knows it a moment before the booking does; what an earlier doctor did does not count here. */
const isSeen = ({ attendance, sentHere, visit }: StoppedVisit): boolean =>
  visit?.state === 'in-room' ||
  visit?.state === 'finished' ||
  (!sentHere && (attendance === 'seen' || attendance === 'finished'));
