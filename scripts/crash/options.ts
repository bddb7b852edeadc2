/** What `npm run crash` was asked for. */
export interface CrashOptions {
  /** Times that the cloud is killed under load. */
  readonly rounds: number;
  /** Frames (pages) of the write-ahead log that is recorded and cut. */
  readonly frames: number;
  readonly seed: number;
  /** Makes the cloud lie, to show that the checks notice. */
  readonly sabotage: Sabotage | null;
}

/** `ack-before-commit` answers before the commit; `split-commit` commits the halves of a transaction apart. */
export const SABOTAGES = ['ack-before-commit', 'split-commit'] as const;
export type Sabotage = (typeof SABOTAGES)[number];

export const USAGE = `npm run crash -- [options]

  --rounds N      times that the cloud is killed under load (50)
  --frames N      pages of the write-ahead log that is recorded and cut, at most 900 (300)
  --seed N        where and when to kill and to cut (1)
  --sabotage S    make the cloud lie: ${SABOTAGES.join(', ')}; the run must then fail`;

/** At 1000 the log is copied into the file and begun anew, and its frames are no longer in order of time. */
const MOST_FRAMES = 900;

const NUMBERS = { rounds: 50, frames: 300, seed: 1 };

/** Reads the command line; null where it is not understood. */
export function readOptions(words: readonly string[]): CrashOptions | null {
  const numbers: Record<string, number> = { ...NUMBERS };
  let sabotage: Sabotage | null = null;
  for (let at = 0; at < words.length; at += 2) {
    const [name = '', text = ''] = [words[at]?.replace(/^--/, ''), words[at + 1]];
    if (name === 'sabotage') {
      sabotage = SABOTAGES.find((one) => one === text) ?? null;
      if (sabotage === null) return null;
      continue;
    }
    const least = name === 'seed' ? 0 : 1;
    if (!Object.hasOwn(NUMBERS, name) || !/^\d{1,9}$/.test(text) || Number(text) < least) return null;
    numbers[name] = Number(text);
  }
  if ((numbers['frames'] ?? 0) > MOST_FRAMES) return null;
  return { ...(numbers as typeof NUMBERS), sabotage };
}
