import type { ReservedPool, SeatPools } from './types';

/** Online seats are rounded down over the whole session; the window has what is left. */
export function seatPools(
  capacity: number,
  sharePercent: number,
  reserved: readonly ReservedPool[],
): SeatPools {
  const online = Math.floor((capacity * sharePercent) / 100);
  const kept = reserved.reduce((sum, { seats }) => sum + seats, 0);
  return { online, window: capacity - online - kept, reserved };
}
