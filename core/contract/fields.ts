import { isCalendarDay, isClockTime, type CalendarDay, type ClockTime } from '@core/domain/calendar-day';
import { isFen, type Fen } from '@core/domain/money';
import * as v from 'valibot';

/** Bounded text without control characters: nothing that could forge a log line or reach a query as an operator. */
export const text = (maximum: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(maximum), v.regex(/^[^\p{Cc}\p{Cs}]*$/u));

const identifier = (pattern: RegExp) => v.pipe(v.string(), v.maxLength(96), v.regex(pattern));

/** Ids that we or the hospital's own tables mint. */
export const id = identifier(/^[A-Za-z0-9][A-Za-z0-9_-]*$/);

/** A session: practitioner, day and half-day, e.g. `dr-lin_2026-03-10_am`. */
export const sessionId = identifier(/^[A-Za-z0-9][A-Za-z0-9-]*_\d{4}-\d{2}-\d{2}_(am|pm)$/);

/** Made by the phone for each command, kept for its retries. */
export const requestId = identifier(/^[A-Za-z0-9_-]{16,64}$/);

export const day = v.custom<CalendarDay>((value) => typeof value === 'string' && isCalendarDay(value));
export const time = v.custom<ClockTime>((value) => typeof value === 'string' && isClockTime(value));
export const amount = v.custom<Fen>((value) => isFen(value) && value >= 0);

/** One-time code that WeChat hands to the phone. */
export const platformCode = v.pipe(v.string(), v.minLength(4), v.maxLength(512), v.regex(/^[\w.:=+/-]+$/));

/** Eight digits by which one phone finds another. */
export const pairingCode = v.pipe(v.string(), v.regex(/^\d{8}$/));

/** A mobile number of mainland China. */
export const mobilePhone = v.pipe(v.string(), v.regex(/^1\d{10}$/));

/** An object with exactly these keys: an undeclared key is refused, not dropped. */
export const closed = v.strictObject;
