import { dayOf, instantAt, minutesOf, timeOf, type CalendarDay, type ClockTime } from '../calendar-day';
import type { Again } from './encounter';
import type { Priority, QueueRules } from './queue-rules';

/** Somebody who checked in and waits to be called. */
export interface Waiting {
  readonly encounterId: string;
  readonly queueNumber: number;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly arrivedAt: number;
  readonly priority: Priority;
  readonly again: Again | null;
}

/** Somebody's standing in the queue, in the numbers by which the order is made: smaller goes first. */
export interface Standing {
  readonly encounterId: string;
  readonly waiting: Waiting;
  /** Before everybody of the session. */
  readonly sessionRank: number;
  /** Minute of the day: the booked half-hour, or the arrival of who missed it. */
  readonly minute: number;
  readonly late: boolean;
  /** Before others of the same half-hour. */
  readonly halfHourRank: number;
}

/**
 * The queue of a session, first to be called first. It depends on nothing but who waits and when calls were made: the same
 * people always stand in the same order, in whatever order they are given.
 * @param calls instants at which anybody of the session was called
 */
export function orderQueue(
  waiting: readonly Waiting[],
  calls: readonly number[],
  rules: QueueRules,
): readonly Standing[] {
  const standings = waiting.map((one) => standingOf(one, rules));
  const ordered = standings.filter(({ waiting: { again } }) => again === null).sort(byStanding);
  const comingAgain = standings
    .flatMap((standing) => {
      const { again } = standing.waiting;
      return again === null ? [] : [{ standing, again, left: leftOf(again, calls) }];
    })
    .sort((a, b) => a.left - b.left || a.again.since - b.again.since || byStanding(a.standing, b.standing));
  let earliest = 0;
  for (const { standing, left } of comingAgain) {
    const better = ordered.filter(({ sessionRank }) => sessionRank < standing.sessionRank).length;
    const index = Math.max(better + left, earliest);
    ordered.splice(index, 0, standing);
    earliest = Math.min(index, ordered.length - 1) + 1;
  }
  return ordered;
}

/** Calls that must still be made before it is their turn again. */
const leftOf = ({ behind, since }: Again, calls: readonly number[]): number =>
  Math.max(0, behind - calls.filter((at) => at > since).length);

function standingOf(waiting: Waiting, { priorities }: QueueRules): Standing {
  const { encounterId, priority, day, start, end, arrivedAt } = waiting;
  const rank = (before: 'session' | 'half-hour'): number => {
    const index = priorities.findIndex((rule) => rule.before === before && rule.priority === priority);
    return index === -1 ? priorities.length : index;
  };
  const late = dayOf(arrivedAt) !== day || arrivedAt >= instantAt(day, end);
  return {
    encounterId,
    waiting,
    sessionRank: rank('session'),
    minute: minutesOf(late ? timeOf(arrivedAt) : start),
    late,
    halfHourRank: rank('half-hour'),
  };
}

const byStanding = (a: Standing, b: Standing): number =>
  a.sessionRank - b.sessionRank ||
  a.minute - b.minute ||
  Number(a.late) - Number(b.late) ||
  a.halfHourRank - b.halfHourRank ||
  a.waiting.queueNumber - b.waiting.queueNumber ||
  (a.encounterId < b.encounterId ? -1 : a.encounterId > b.encounterId ? 1 : 0);
