export interface ColdOptions {
  /** Rounds that are counted, for each function. */
  readonly rounds: number;
  /** One function alone; null: all. */
  readonly only: string | null;
}

export const USAGE = 'npm run bench:cold -- [--rounds N] [--only FUNCTION]';

const FEWEST = 5;

/** Reads the command line; null where it is not understood. */
export function readColdOptions(words: readonly string[]): ColdOptions | null {
  let options: ColdOptions = { rounds: FEWEST, only: null };
  for (let at = 0; at < words.length; at += 2) {
    const [name, text = ''] = [words[at], words[at + 1]];
    if (name === '--rounds' && /^[1-9]\d{0,3}$/.test(text)) options = { ...options, rounds: Number(text) };
    else if (name === '--only' && /^[a-z][a-z-]+$/.test(text)) options = { ...options, only: text };
    else return null;
  }
  return options;
}
