import { FULL_SIZE } from './mixes';

export interface BenchOptions {
  readonly rounds: number;
  readonly attempts: number;
  readonly clients: number;
  readonly seed: number;
  /** Function processes of the local cloud; null for its own default. */
  readonly processes: number | null;
}

export const USAGE =
  'npm run bench:booking -- [--quick] [--rounds N] [--attempts N] [--clients N] [--seed N] [--processes N]';

const FULL: BenchOptions = { rounds: 5, attempts: FULL_SIZE, clients: 64, seed: 1, processes: null };
const QUICK: BenchOptions = { ...FULL, rounds: 2, attempts: 1000 };

/** Reads the command line; null where it is not understood. */
export function readOptions(args: readonly string[]): BenchOptions | null {
  const rest = args.filter((arg) => arg !== '--quick');
  const options: Record<string, number | null> = { ...(rest.length < args.length ? QUICK : FULL) };
  for (let index = 0; index < rest.length; index += 2) {
    const name = rest[index]?.replace(/^--/, '') ?? '';
    const value = Number(rest[index + 1]);
    if (!Object.hasOwn(FULL, name) || !Number.isInteger(value) || value < 1) return null;
    options[name] = value;
  }
  return options as unknown as BenchOptions;
}
