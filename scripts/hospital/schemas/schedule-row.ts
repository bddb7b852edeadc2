import * as v from 'valibot';
import type { ReservedPool, ReservedPoolName } from '../types';
import { choice, dayText, idText, listCell, optionalCell, text, timeText, wholeCell } from './atoms';

/** Largest session; far above any real one. */
const MOST_SEATS = 500;

const POOL_NAMES = [
  'referral',
  'mdt',
  'obstetric-card',
  'follow-up',
  'volunteer',
] as const satisfies readonly ReservedPoolName[];

/** `referral:2` */
const reservedPart = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^(${POOL_NAMES.join('|')}):[1-9]\\d{0,2}$`),
    `must be pool:seats with a pool of ${POOL_NAMES.join(', ')}`,
  ),
  v.transform((part): ReservedPool => {
    const [pool, seats] = part.split(':');
    return { pool: pool as ReservedPoolName, seats: Number(seats) };
  }),
);

const weekdays = v.pipe(
  listCell(
    v.pipe(v.string(), v.regex(/^[1-7]$/, 'weekdays are 1 (Monday) to 7 (Sunday)'), v.transform(Number)),
  ),
  v.minLength(1, 'is empty: name at least one weekday, 1 (Monday) to 7 (Sunday)'),
  v.check((days) => new Set(days).size === days.length, 'names a weekday twice'),
  v.transform((days) => [...days].sort((a, b) => a - b)),
);

export const scheduleRow = v.object({
  practitionerId: idText,
  clinicId: idText,
  weekdays,
  halfDay: choice(['am', 'pm']),
  start: timeText,
  end: timeText,
  capacity: wholeCell(1, MOST_SEATS),
  place: text(40),
  onlineSharePercent: optionalCell(wholeCell(0, 100)),
  reserved: v.pipe(
    listCell(reservedPart),
    v.check((pools) => new Set(pools.map(({ pool }) => pool)).size === pools.length, 'names a pool twice'),
  ),
  taken: wholeCell(0, MOST_SEATS),
  slotMinutes: optionalCell(wholeCell(1, 480)),
  effectiveFrom: dayText,
  effectiveTo: optionalCell(dayText),
  holidays: choice(['closed', 'open']),
});

export type ScheduleRow = v.InferOutput<typeof scheduleRow>;
