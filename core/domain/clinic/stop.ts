import { instantAt, type CalendarDay, type ClockTime } from '../calendar-day';
import { accept, refuse, type Result } from '../result';

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

/**
 * Whom a stop hits: everyone who has a seat or may still get one by paying, and has not been seen. Who gave the seat back
 * is not among them, even where that is not over yet.
 */
export const isAffected = (appointment: {
  readonly status: 'pending' | 'closing' | 'booked' | 'cancelled';
  readonly endedBy: string | null;
  readonly wasSeen: boolean;
}): boolean =>
  !appointment.wasSeen &&
  appointment.status !== 'cancelled' &&
  !(appointment.status === 'closing' && appointment.endedBy === 'patient');
