/** What the mini program is held to; bytes, milliseconds and counts. */
export const GOALS = {
  mainBytes: 600 * 1024,
  allBytes: 2 * 1024 * 1024,
  paint: 150,
  shown: 500,
  tapBytes: 8 * 1024,
  nodes: 999,
  depth: 29,
  children: 60,
} as const;

/** Chromium is slowed down by this much, to be about as fast as a cheap phone. */
export const CPU_THROTTLING = 4;

/** ` ` where the goal is met, else a word that says so. */
export const mark = (value: number, goal: number): string => (value <= goal ? '' : 'above the goal');
