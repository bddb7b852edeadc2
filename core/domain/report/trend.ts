import type { Bounds, Comparator, ResultLevel } from './report';

/** One value of an item over time. */
export interface TrendPoint {
  readonly reportId: string;
  readonly at: number;
  readonly value: number;
  /** Where the apparatus said no more than that: drawn at its number, written as it was. */
  readonly comparator: Comparator | null;
  readonly level: ResultLevel;
  readonly bounds: Bounds | null;
}

export interface DrawnPoint {
  /** 0 left and bottom, 1 right and top. */
  readonly x: number;
  readonly y: number;
  readonly level: ResultLevel;
}

/** A line to draw: points and the usual band in a unit square. */
export interface TrendLine {
  readonly points: readonly DrawnPoint[];
  /** The usual part now; null where the latest value has none. */
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly lowest: number;
  readonly highest: number;
}

/** Since the value before. */
export type TrendDirection = 'rising' | 'falling' | 'steady';

/** A change by less than this part of the usual width, or of the value itself, is none. */
const STEADY_SHARE = 0.05;
/** Room above and below the line. */
const MARGIN = 0.1;

export const byTime = (points: readonly TrendPoint[]): TrendPoint[] =>
  [...points].sort((one, other) => one.at - other.at);

/** How the last value stands to the one before it; null where one is open. `points` are in the order of time. */
export function directionOf(points: readonly TrendPoint[]): TrendDirection | null {
  const [before, last] = points.slice(-2);
  if (!before || !last || before.comparator !== null || last.comparator !== null) return null;
  const { low, high } = last.bounds ?? { low: null, high: null };
  const width = low !== null && high !== null ? high - low : Math.abs(before.value);
  const change = last.value - before.value;
  if (Math.abs(change) <= width * STEADY_SHARE) return 'steady';
  return change > 0 ? 'rising' : 'falling';
}

/** Scales values and usual bounds into one picture. `points` are in the order of time and not empty. */
export function lineOf(points: readonly TrendPoint[]): TrendLine {
  const bounds = points.at(-1)?.bounds ?? null;
  const ends = [bounds?.low ?? null, bounds?.high ?? null].filter((end): end is number => end !== null);
  const values = [...points.map(({ value }) => value), ...ends];
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const height = highest > lowest ? highest - lowest : 1;
  const y = (value: number): number => MARGIN + ((1 - 2 * MARGIN) * (value - lowest)) / height;
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const x = (at: number): number => (last > first ? (at - first) / (last - first) : 0.5);
  return {
    points: points.map(({ at, value, level }) => ({ x: x(at), y: y(value), level })),
    band: bounds && {
      from: bounds.low === null ? 0 : y(bounds.low),
      to: bounds.high === null ? 1 : y(bounds.high),
    },
    lowest,
    highest,
  };
}
