export interface CloudBenchOptions {
  readonly rounds: number;
  /** Milliseconds that each side works on each operation in each round. */
  readonly slice: number;
  readonly seed: number;
  /** Parts to run; all where empty. */
  readonly only: readonly Part[];
}

export const PARTS = ['operations', 'load', 'functions'] as const;
export type Part = (typeof PARTS)[number];

export const USAGE =
  'npm run bench:cloud -- [--quick] [--rounds N] [--slice MILLISECONDS] [--seed N] ' +
  `[--only ${PARTS.join('|')}]`;

const FULL = { rounds: 5, slice: 500, seed: 1 };
const QUICK = { ...FULL, rounds: 2, slice: 250 };

/** Reads the command line; null where it is not understood. */
export function readOptions(words: readonly string[]): CloudBenchOptions | null {
  const rest = words.filter((word) => word !== '--quick');
  const numbers: Record<string, number> = { ...(rest.length < words.length ? QUICK : FULL) };
  const only: Part[] = [];
  for (let at = 0; at < rest.length; at += 2) {
    const [name = '', text = ''] = [rest[at]?.replace(/^--/, ''), rest[at + 1]];
    if (name === 'only') {
      const part = PARTS.find((one) => one === text);
      if (part === undefined) return null;
      only.push(part);
      continue;
    }
    if (!Object.hasOwn(FULL, name) || !/^[1-9]\d{0,6}$/.test(text)) return null;
    numbers[name] = Number(text);
  }
  return { ...(numbers as typeof FULL), only };
}
