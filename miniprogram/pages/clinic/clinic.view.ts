import type { OwnSession } from '@core/contract/clinic-views';
import type { QueuedPerson, SessionQueue } from '@core/contract/visit-views';
import { dayOf, MINUTE_MS, timeOf } from '@core/domain/calendar-day';
import { shortTime, spokenRange } from '../../services/dates';

/** Somebody in the doctor's queue. */
export interface PersonRow {
  readonly appointmentId: string;
  /** 12 号 */
  readonly number: string;
  readonly name: string;
  /** When they booked, how long they have been here, why they come before or after others. */
  readonly line: string;
  readonly label: string;
}

export interface QueueView {
  readonly title: string;
  readonly clinic: string;
  readonly waitingCount: number;
  readonly inRoom: readonly PersonRow[];
  readonly called: readonly PersonRow[];
  readonly next: PersonRow | null;
  readonly waiting: readonly PersonRow[];
  readonly passed: readonly PersonRow[];
  readonly finished: readonly PersonRow[];
}

const PRIORITY: Readonly<Record<QueuedPerson['priority'], string>> = {
  emergency: '急重优先',
  'green-channel': '绿色通道',
  courtesy: '照顾优先',
  none: '',
};

const AGAIN: Readonly<Record<NonNullable<QueuedPerson['again']>, string>> = {
  passed: '过号后又来了',
  returned: '带结果回来',
  transferred: '别的门诊转来',
};

function waited(arrivedAt: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - arrivedAt) / MINUTE_MS));
  return minutes < 1 ? '刚到' : `到了 ${String(minutes)} 分钟`;
}

function personRow(person: QueuedPerson, now: number): PersonRow {
  const number = `${String(person.queueNumber)} 号`;
  const parts = [
    `${shortTime(person.start)} 的号`,
    waited(person.arrivedAt, now),
    PRIORITY[person.priority],
    person.late ? '迟到' : '',
    person.again ? AGAIN[person.again] : '',
    person.passes > 0 ? `过号 ${String(person.passes)} 次` : '',
  ].filter((part) => part !== '');
  const line = parts.join(' · ');
  return {
    appointmentId: person.appointmentId,
    number,
    name: person.maskedName,
    line,
    label: [number, person.maskedName, ...parts].join('，'),
  };
}

/** Today's queue as the doctor works through it: who is in the room, who is called, who is next. */
export function queueView(queue: SessionQueue, now: number): QueueView {
  const rows = (people: readonly QueuedPerson[]) => people.map((person) => personRow(person, now));
  const [next = null, ...waiting] = rows(queue.waiting);
  return {
    title: spokenRange(queue.start, queue.end),
    clinic: queue.clinicName,
    waitingCount: queue.waiting.length,
    inRoom: rows(queue.inRoom),
    called: rows(queue.called),
    next,
    waiting,
    passed: rows(queue.passed),
    finished: rows(queue.finished),
  };
}

export const sessionsToday = (sessions: readonly OwnSession[], now: number): readonly OwnSession[] =>
  sessions.filter(({ day }) => day === dayOf(now));

/** The half-day that is on, else the next one, else the last. */
export const presentSession = (sessions: readonly OwnSession[], now: number): OwnSession | null =>
  sessions.find(({ end }) => timeOf(now) < end) ?? sessions.at(-1) ?? null;

/**
 * The half-day to go on with: the one that was shown, also while its last patients are still waiting; until another one
 * has begun.
 */
export function shownSession(
  sessions: readonly OwnSession[],
  shownId: string,
  now: number,
): OwnSession | null {
  const shown = sessions.find(({ sessionId }) => sessionId === shownId);
  const present = presentSession(sessions, now);
  const hasBegun = present !== null && present.start <= timeOf(now);
  return shown && (timeOf(now) < shown.end || !hasBegun) ? shown : present;
}

export const sessionChoices = (sessions: readonly OwnSession[]) =>
  sessions.map(({ sessionId, halfDay, clinicName }) => ({
    value: sessionId,
    title: halfDay === 'am' ? '上午' : '下午',
    note: clinicName,
  }));
