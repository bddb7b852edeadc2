import { minutesOf, timeAtMinute, type ClockTime } from '../calendar-day';

/** Seats per pool over a whole session, before they are spread over its half-hours. */
export interface SessionCapacity {
  readonly capacity: number;
  /** Percent of the capacity that is sold online; the session's share is exact to one seat. */
  readonly onlineSharePercent: number;
  /** Reserved pools: pool → seats. */
  readonly reserved: Readonly<Record<string, number>>;
}

export interface SlotTime {
  readonly start: ClockTime;
  readonly end: ClockTime;
}

export interface AllocatedSlot extends SlotTime {
  /** Seat numbers of the slot, ascending; they run through the session in time order across pools. */
  readonly seats: readonly number[];
}

export interface Allocation {
  readonly slots: readonly AllocatedSlot[];
  /** Pool of each seat: every seat belongs to exactly one. */
  readonly pools: Readonly<Record<string, string>>;
}

/** The slots between two times. The last one is dropped where it would not be whole. */
export function slotTimes(start: ClockTime, end: ClockTime, slotMinutes: number): SlotTime[] {
  const count = Math.floor((minutesOf(end) - minutesOf(start)) / slotMinutes);
  return Array.from({ length: count }, (_, index) => ({
    start: timeAtMinute(minutesOf(start) + index * slotMinutes),
    end: timeAtMinute(minutesOf(start) + (index + 1) * slotMinutes),
  }));
}

export const onlineSeats = ({ capacity, onlineSharePercent }: SessionCapacity): number =>
  Math.floor((capacity * onlineSharePercent) / 100);

/**
 * Divides `total` in proportion to `weights`, in whole seats and never more than a weight: largest remainder first, ties
 * to the earliest.
 */
export function spread(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  // Remainders as whole numbers: the fractions of floating point would break ties by chance.
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let left = total - shares.reduce((all, share) => all + share, 0);
  for (const { index } of byRemainder) {
    if (left === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}

/**
 * Numbers the seats and gives each to a pool: online first, then the reserved pools by name, the window has the rest.
 * Within a slot the online seats come first, so an early online booking sees the doctor early in the half-hour.
 */
export function allocate(times: readonly SlotTime[], wanted: SessionCapacity): Allocation {
  const perSlot = spread(
    wanted.capacity,
    times.map(() => 1),
  );
  const pools: [string, number][] = [['online', onlineSeats(wanted)]];
  for (const name of Object.keys(wanted.reserved).sort()) pools.push([name, wanted.reserved[name] ?? 0]);

  const free = [...perSlot];
  const quotas = pools.map(([name, seats]): [string, number[]] => {
    const shares = spread(seats, free);
    shares.forEach((share, index) => (free[index] = (free[index] ?? 0) - share));
    return [name, shares];
  });

  const poolOf: Record<string, string> = {};
  let next = 1;
  const slots = times.map((time, index) => {
    const seats = Array.from({ length: perSlot[index] ?? 0 }, () => next++);
    const order = quotas.flatMap(([name, shares]) => Array<string>(shares[index] ?? 0).fill(name));
    seats.forEach((seat, place) => (poolOf[String(seat)] = order[place] ?? 'window'));
    return { ...time, seats };
  });
  return { slots, pools: poolOf };
}
