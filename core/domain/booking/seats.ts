import { minutesOf, type ClockTime } from '../calendar-day';
import type { AllocatedSlot } from './seat-allocation';

/** What is needed of a session to know its free seats. */
export interface SeatMap {
  readonly slots: readonly AllocatedSlot[];
  readonly pools: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, { readonly holder: string }>>;
}

/** The pool that this service sells. It never touches another. */
const POOL = 'online';

export const freeSeats = (map: SeatMap, slot: AllocatedSlot): number[] =>
  slot.seats.filter((seat) => map.pools[String(seat)] === POOL && map.claims[String(seat)] === undefined);

export const slotAt = (map: SeatMap, start: ClockTime): AllocatedSlot | null =>
  map.slots.find((slot) => slot.start === start) ?? null;

/** The seat that a holder has already, e.g. after a call that broke off half-way. */
export function seatHeldBy(map: SeatMap, holder: string): number | null {
  const held = Object.entries(map.claims).find(([, claim]) => claim.holder === holder);
  return held ? Number(held[0]) : null;
}

/**
 * The seat to try next: the lowest number first, so that who comes first is called first. Once somebody else was faster
 * (`attempt` > 0), any of the free ones, so that a crowd does not run after the same seat again.
 */
export function chooseSeat(
  map: SeatMap,
  slot: AllocatedSlot,
  attempt: number,
  chance: number,
): number | null {
  const free = freeSeats(map, slot);
  const index = attempt === 0 ? 0 : Math.floor(chance * free.length);
  return free[index] ?? null;
}

/** Slots of the session by nearness to a time, that time itself left out. */
export function neighbours(map: SeatMap, start: ClockTime): AllocatedSlot[] {
  const at = map.slots.findIndex((slot) => slot.start === start);
  return map.slots
    .map((slot, index) => ({ slot, distance: Math.abs(index - at) }))
    .filter(({ distance }) => distance > 0)
    .sort((a, b) => a.distance - b.distance)
    .map(({ slot }) => slot);
}

/** Slots of any session by nearness to a time, that time itself first; of two equally near ones the earlier. */
export function slotsNear(map: SeatMap, start: ClockTime): AllocatedSlot[] {
  const distance = (slot: AllocatedSlot) => Math.abs(minutesOf(slot.start) - minutesOf(start));
  return [...map.slots].sort((a, b) => distance(a) - distance(b));
}
