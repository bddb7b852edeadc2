import { instantAt, type CalendarDay, type ClockTime } from '../calendar-day';
import type { SlotTime } from './seat-allocation';

interface BusyTime {
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
}

/** What is needed of a session in order to add a seat to it. */
export interface AddOnSession {
  readonly day: CalendarDay;
  readonly slots: readonly (SlotTime & { readonly seats: readonly number[] })[];
  /** Seat → claim, those of added seats too. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/**
 * The half-hour of an added seat: the last one, so that nobody who booked waits longer for it; an earlier one only where
 * the patient is elsewhere then. Null where the session is over or the patient has no time in it.
 */
export function addOnSlot(session: AddOnSession, busy: readonly BusyTime[], now: number): SlotTime | null {
  const isFree = (slot: SlotTime): boolean =>
    now < instantAt(session.day, slot.end) &&
    !busy.some((visit) => visit.day === session.day && slot.start < visit.end && visit.start < slot.end);
  const slot = session.slots.filter(isFree).at(-1);
  return slot ? { start: slot.start, end: slot.end } : null;
}

/** Numbers that an added seat may have, behind all of the session's own; a number that is free again counts anew. */
export function addOnSeats({ slots, claims }: AddOnSession, maximum: number): number[] {
  const last = Math.max(0, ...slots.flatMap(({ seats }) => seats));
  return Array.from({ length: maximum }, (_, index) => last + index + 1).filter(
    (seat) => claims[String(seat)] === undefined,
  );
}
