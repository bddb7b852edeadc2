import { FULL_SIZE, MIXES, type Mix } from './mixes';

export interface BenchOptions {
  readonly rounds: number;
  readonly attempts: number;
  readonly clients: number;
  readonly seed: number;
  /** Function processes of the local cloud; null for its own default. */
  readonly processes: number | null;
  readonly mixes: readonly Mix[];
}

export const USAGE =
  'npm run bench:booking -- [--quick] [--mix NAME] [--rounds N] [--attempts N] [--clients N] [--seed N] [--processes N]';

const NUMBERS = { rounds: 5, attempts: FULL_SIZE, clients: 64, seed: 1, processes: null };
const QUICK = { ...NUMBERS, rounds: 2, attempts: 1000 };

/** Reads the command line; null where it is not understood. */
export function readOptions(args: readonly string[]): BenchOptions | null {
  const rest = args.filter((arg) => arg !== '--quick');
  const numbers: Record<string, number | null> = { ...(rest.length < args.length ? QUICK : NUMBERS) };
  let mixes = MIXES;
  for (let index = 0; index < rest.length; index += 2) {
    const [name = '', text] = [rest[index]?.replace(/^--/, ''), rest[index + 1]];
    if (name === 'mix') {
      mixes = MIXES.filter((mix) => mix.name === text);
      if (mixes.length === 0) return null;
      continue;
    }
    const value = Number(text);
    if (!Object.hasOwn(NUMBERS, name) || !Number.isInteger(value) || value < 1) return null;
    numbers[name] = value;
  }
  return { ...(numbers as unknown as Omit<BenchOptions, 'mixes'>), mixes };
}
