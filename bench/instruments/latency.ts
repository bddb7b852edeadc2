/** Middle and ends of a series. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** 50th and 99th percentile, in the unit of what was measured. */
export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/**
 * The smallest measured value that at least this share of all values does not exceed (nearest rank).
 * NaN where nothing was measured.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

export function percentiles(values: readonly number[]): Percentiles {
  const sorted = ascending(values);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}

/** The median of an even number of values is the mean of the two in the middle. */
export function spread(values: readonly number[]): Spread {
  const sorted = ascending(values);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return {
    median: (lower + upper) / 2,
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
  };
}
