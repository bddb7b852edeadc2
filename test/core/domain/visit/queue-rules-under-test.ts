import { calendarDay, clockTime } from '../../../../core/domain/calendar-day';
import type { Waiting } from '../../../../core/domain/visit/queue';
import type { QueueRules } from '../../../../core/domain/visit/queue-rules';

export const queueRules: QueueRules = {
  priorities: [
    { priority: 'emergency', before: 'session' },
    { priority: 'green-channel', before: 'session' },
    { priority: 'courtesy', before: 'half-hour' },
  ],
  courtesyFromYears: 65,
  checkInOpensMinutes: 120,
  passedBehind: [2, 4],
  returningBehind: 1,
  transferredBehind: 2,
  recentVisits: 6,
  fewestVisits: 3,
  usualMinutes: { shortest: 4, longest: 10 },
};

export const at = (time: string): number => Date.parse(`2026-03-10T${time}:00+08:00`);

/** Somebody who waits, by number, in the half-hour from `start`. */
export const waiting = (queueNumber: number, start: string, change: Partial<Waiting> = {}): Waiting => ({
  encounterId: `e${String(queueNumber)}`,
  queueNumber,
  day: calendarDay('2026-03-10'),
  start: clockTime(start),
  end: clockTime(start.endsWith('00') ? start.replace('00', '30') : `${start.slice(0, 3)}59`),
  arrivedAt: at('08:00'),
  priority: 'none',
  again: null,
  ...change,
});
