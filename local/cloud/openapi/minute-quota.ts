const MINUTE_MS = 60_000;

/** Lets through so many calls in each minute of the clock; the answer is false for the others. */
export function minuteQuota(limit: number, now: () => number): () => boolean {
  let minute = -1;
  let used = 0;
  return () => {
    const current = Math.floor(now() / MINUTE_MS);
    if (current !== minute) used = 0;
    minute = current;
    used += 1;
    return used <= limit;
  };
}
