import type { Bounds } from './report';

/** A range drawn as a bar: the usual part from `from` to `to`, the value at `at`, all from 0 to 1. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Where the usual part lies when it has both ends, and how far from the ends a value stays. */
const FROM = 0.3;
const TO = 0.7;
const EDGE = 0.03;

/** Goes from 0 towards 1, ever more slowly: however far a value lies outside, it stays on the bar. */
const towardsEnd = (distance: number): number => 1 - 1 / (1 + distance);

/** Null where nothing is usual or the bounds are no range. */
export function barOf(value: number, { low, high }: Bounds): Bar | null {
  if (low !== null && high !== null) return low < high ? twoSided(value, low, high) : null;
  if (high !== null) return high > 0 ? upTo(value, high) : null;
  return low !== null && low > 0 ? from(value, low) : null;
}

function twoSided(value: number, low: number, high: number): Bar {
  const width = high - low;
  const at =
    value < low
      ? FROM - (FROM - EDGE) * towardsEnd((low - value) / width)
      : value > high
        ? TO + (1 - EDGE - TO) * towardsEnd((value - high) / width)
        : FROM + ((TO - FROM) * (value - low)) / width;
  return { from: FROM, to: TO, at };
}

/** Less is always fine: the usual part begins at the left end. */
function upTo(value: number, high: number): Bar {
  const at =
    value > high
      ? TO + (1 - EDGE - TO) * towardsEnd((value - high) / high)
      : EDGE + ((TO - EDGE) * Math.max(0, value)) / high;
  return { from: 0, to: TO, at };
}

/** More is always fine: the usual part reaches the right end. */
function from(value: number, low: number): Bar {
  const at =
    value < low
      ? EDGE + ((FROM - EDGE) * Math.max(0, value)) / low
      : FROM + (1 - EDGE - FROM) * towardsEnd((value - low) / low);
  return { from: FROM, to: 1, at };
}
