export interface StopOptions {
  /** How many have booked, paid, and are hit. */
  readonly people: number;
  /** How long a read of the database takes; other requests take their multiple of it. */
  readonly distanceMs: number;
}

export const USAGE = 'npm run bench:stop -- [--people N] [--distance MILLISECONDS]';

const DEFAULTS: StopOptions = { people: 200, distanceMs: 15 };

/** Reads the command line; null where it is not understood. */
export function readOptions(words: readonly string[]): StopOptions | null {
  let options = DEFAULTS;
  for (let at = 0; at < words.length; at += 2) {
    const [name, text = ''] = [words[at], words[at + 1]];
    if (!/^[1-9]\d{0,2}$/.test(text)) return null;
    if (name === '--people') options = { ...options, people: Number(text) };
    else if (name === '--distance') options = { ...options, distanceMs: Number(text) };
    else return null;
  }
  return options;
}
