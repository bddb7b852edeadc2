import {
  isCalendarDay,
  isClockTime,
  type CalendarDay,
  type ClockTime,
} from '../../../core/domain/calendar-day';
import { fen } from '../../../core/domain/money';
import * as v from 'valibot';
import { identityNumberFault } from '../identity-number';

/** Most a single visit may cost: 100,000 yuan. A larger fee is a slip of the keyboard. */
const LARGEST_FEE_FEN = 10_000_000;

const day = (value: string): value is CalendarDay => isCalendarDay(value);
const clockTime = (value: string): value is ClockTime => isClockTime(value);

/** Ids end up in keys of the database and in the id of a session (`doctor_day_half`), so no underscore. */
export const idText = v.pipe(
  v.string(),
  v.regex(
    /^[a-z][a-z0-9-]{1,39}$/,
    'must be an id: 2–40 lower-case letters, digits or hyphens, a letter first',
  ),
);

export const text = (maximum: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'is empty'),
    v.maxLength(maximum, `is longer than ${maximum} characters`),
    v.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'holds a control character'),
  );

export const dayText = v.pipe(v.string(), v.guard(day, 'must be a real day written YYYY-MM-DD'));
export const timeText = v.pipe(v.string(), v.guard(clockTime, 'must be a time of day written HH:mm'));

/** A hospital's own number: digits and hyphens. */
export const phoneText = v.pipe(v.string(), v.regex(/^[\d-]{3,20}$/, 'must be a phone number'));
export const mobileText = v.pipe(v.string(), v.regex(/^1\d{10}$/, 'must be a mobile number of 11 digits'));

export const identityNumberText = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed ? identityNumberFault(dataset.value) : null;
    if (message !== null) addIssue({ message });
  }),
);

export const whole = (minimum: number, maximum: number) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(minimum, `must be at least ${minimum}`),
    v.maxValue(maximum, `must be at most ${maximum}`),
  );

/** A table's cell holding a whole number. */
export const wholeCell = (minimum: number, maximum: number) =>
  v.pipe(
    v.string(),
    v.regex(/^-?\d{1,9}$/, 'must be a whole number'),
    v.transform(Number),
    v.minValue(minimum, `must be at least ${minimum}`),
    v.maxValue(maximum, `must be at most ${maximum}`),
  );

export const feeCell = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}$/, 'must be a whole amount of fen, 0 or more (2500 is ¥25.00)'),
  v.transform(Number),
  v.maxValue(LARGEST_FEE_FEN, 'is above ¥100,000.00'),
  v.transform(fen),
);

/** An empty cell is null. */
export const optionalCell = <S extends v.GenericSchema<string, unknown>>(cell: S) =>
  v.pipe(
    v.string(),
    v.transform((value) => (value === '' ? null : value)),
    v.nullable(cell),
  );

/** A cell with several values, separated by commas (also the Chinese ones). */
export const listCell = <S extends v.GenericSchema<string, unknown>>(item: S) =>
  v.pipe(
    v.string(),
    v.transform((value) => (value === '' ? [] : value.split(/[,，、]/).map((part) => part.trim()))),
    v.array(item),
  );

export const choice = <const T extends readonly string[]>(values: T) =>
  v.pipe(v.string(), v.picklist(values));
