import { MINUTE_MS } from '../calendar-day';
import type { QueueRules } from './queue-rules';

/** How long until the call, as an interval in whole minutes; or why nobody can say. */
export type ExpectedWait =
  | {
      readonly state: 'interval';
      readonly lowMinutes: number;
      readonly highMinutes: number;
      /** Reckoned from this session's own visits, or from what is usual. */
      readonly basis: 'this-session' | 'usual';
    }
  /** The session should be on and nobody was called yet, or nobody is called any more. */
  | { readonly state: 'unknown'; readonly because: 'not-begun' | 'paused' };

export interface WaitFacts {
  readonly ahead: number;
  /** Have booked and would go before, if they came: counted for the longer end only. */
  readonly yetToCome: number;
  /** Somebody was called or is in the room. */
  readonly roomTaken: boolean;
  /** When somebody was last called or left the room; null where nobody was called in this session. */
  readonly lastMoveAt: number | null;
  readonly sessionStartsAt: number;
  /** Lengths of this session's finished visits in milliseconds, the latest last. */
  readonly visitLengths: readonly number[];
}

const STEP_MINUTES = 5;
/** A session that begins a little late is not remarkable. */
const PATIENCE_MS = 10 * MINUTE_MS;
/** An empty room, people waiting and no call for so long: the doctor is elsewhere. */
const PAUSE_MS = 20 * MINUTE_MS;

export function expectedWait(facts: WaitFacts, rules: QueueRules, now: number): ExpectedWait {
  const { lastMoveAt, sessionStartsAt, ahead, roomTaken } = facts;
  if (lastMoveAt === null && now > sessionStartsAt + PATIENCE_MS) {
    return { state: 'unknown', because: 'not-begun' };
  }
  if (lastMoveAt !== null && !roomTaken && now > lastMoveAt + PAUSE_MS) {
    return { state: 'unknown', because: 'paused' };
  }
  const { low, high, basis } = visitLength(facts, rules);
  const untilStart = lastMoveAt === null ? Math.max(0, sessionStartsAt - now) : 0;
  const before = ahead + facts.yetToCome + (roomTaken ? 1 : 0);
  const lowMinutes = (untilStart + ahead * low) / MINUTE_MS;
  const highMinutes = (untilStart + before * high) / MINUTE_MS;
  return {
    state: 'interval',
    lowMinutes: Math.floor(lowMinutes / STEP_MINUTES) * STEP_MINUTES,
    highMinutes: Math.max(1, Math.ceil(highMinutes / STEP_MINUTES)) * STEP_MINUTES,
    basis,
  };
}

/** The middle half of the latest visits, so that one very long or very short one does not decide. */
function visitLength({ visitLengths }: WaitFacts, rules: QueueRules) {
  const recent = visitLengths.slice(-rules.recentVisits).sort((a, b) => a - b);
  if (recent.length < rules.fewestVisits) {
    const { shortest, longest } = rules.usualMinutes;
    return { low: shortest * MINUTE_MS, high: longest * MINUTE_MS, basis: 'usual' as const };
  }
  const at = (share: number): number => recent[Math.round((recent.length - 1) * share)] ?? 0;
  return { low: at(0.25), high: Math.max(at(0.75), MINUTE_MS), basis: 'this-session' as const };
}
