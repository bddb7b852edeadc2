import { ageOn, instantAt, type CalendarDay, type ClockTime } from '../calendar-day';

/** Another doctor's session of today. */
export interface TransferSession {
  readonly sessionId: string;
  readonly status: 'open' | 'stopped';
  readonly day: CalendarDay;
  readonly end: ClockTime;
}

/** Whom the target's clinic sees; null bounds accept anyone. */
export interface TransferCondition {
  readonly minAgeYears: number | null;
  readonly maxAgeYears: number | null;
  readonly gender: 'male' | 'female' | null;
}

interface TransferPerson {
  readonly birthDate: CalendarDay;
  readonly gender: 'male' | 'female';
}

/** Numbers of transferred patients begin here, above every seat and every added one. */
const FIRST_NUMBER = 501;

/** Whether somebody may be sent on to a session: of the same day, not over, and of a clinic that sees such people. */
export function mayTransfer(
  from: Pick<TransferSession, 'sessionId' | 'day'>,
  target: TransferSession,
  { condition, person }: { readonly condition: TransferCondition | null; readonly person: TransferPerson },
  now: number,
): boolean {
  if (target.sessionId === from.sessionId || target.day !== from.day || target.status !== 'open')
    return false;
  if (now >= instantAt(target.day, target.end)) return false;
  if (condition === null) return true;
  const age = ageOn(person.birthDate, target.day);
  const oldEnough = condition.minAgeYears === null || age >= condition.minAgeYears;
  const youngEnough = condition.maxAgeYears === null || age <= condition.maxAgeYears;
  return oldEnough && youngEnough && (condition.gender === null || condition.gender === person.gender);
}

/** The number of the next transferred patient of a session. */
export const transferNumber = (numbers: readonly number[]): number =>
  Math.max(FIRST_NUMBER - 1, ...numbers.filter((number) => number >= FIRST_NUMBER)) + 1;
