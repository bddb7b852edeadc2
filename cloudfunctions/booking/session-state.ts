import type { SeatLevel, SessionSummary } from '@core/contract/booking';
import { saleEndsAt } from '@core/domain/booking/may-book';
import { timeAtMinute, minutesOf } from '@core/domain/calendar-day';
import type { RulePack } from '../_store/catalog';
import type { SessionSummaryFields } from '../_store/sessions';

/** Up to this many seats of a day, all doctors together, the list says "few": less is gone before one has decided. */
const FEW_SEATS = 8;

/** Whether a session's seats may be shown at all: before its release it is not there yet. */
export const isReleased = (session: SessionSummaryFields, now: number): boolean => session.opensAt <= now;

export function sessionState(
  session: SessionSummaryFields,
  rulePack: RulePack,
  now: number,
): SessionSummary['state'] {
  if (session.status === 'stopped') return 'stopped';
  if (now >= saleEndsAt(session.day, lastStart(session), rulePack.sameDayCutoffMinutes)) return 'closed';
  return session.onlineLeft > 0 ? 'open' : 'full';
}

/** The last half-hour of a session begins half an hour before its end. */
const lastStart = (session: SessionSummaryFields) => timeAtMinute(minutesOf(session.end) - 30);

export function levelOf(
  sessions: readonly SessionSummaryFields[],
  rulePack: RulePack,
  now: number,
): SeatLevel {
  const states = sessions.map((session) => ({ session, state: sessionState(session, rulePack, now) }));
  const onSale = states.filter(({ state }) => state === 'open' || state === 'full');
  if (onSale.length === 0) return 'none';
  const left = onSale.reduce((sum, { session }) => sum + session.onlineLeft, 0);
  if (left === 0) return 'full';
  return left <= FEW_SEATS ? 'few' : 'many';
}
