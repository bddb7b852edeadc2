import type { Anatomy } from './anatomy';
import { spread, type Percentiles, type Spread } from '../instruments/latency';
import { number, shown, table } from '../instruments/table';
import type { Measured } from './rounds';
import type { Side } from './side';

const shownRatio = ({ median, least, most }: Spread): string =>
  `${median.toFixed(2)}x (${least.toFixed(2)}–${most.toFixed(2)})`;

const middle = (values: readonly number[]): string => number(spread(values).median);

const latency = (rounds: readonly Percentiles[]): string =>
  `${middle(rounds.map(({ p50 }) => p50))} / ${shown(spread(rounds.map(({ p99 }) => p99)))}`;

/** The sides of one mix below each other; the first is the product, the last column is it against the others. */
export function sidesTable(measured: ReadonlyMap<Side, readonly Measured[]>): string {
  const [product] = measured.values();
  const rows = [...measured].map(([side, rounds]) => [
    side.name,
    shown(spread(rounds.map(({ attemptsPerSecond }) => attemptsPerSecond))),
    middle(rounds.map(({ booked }) => booked)),
    latency(rounds.map(({ accepted }) => accepted)),
    latency(rounds.map(({ refused }) => refused)),
    rounds === product ? '' : shownRatio(ratioOf(product ?? [], rounds)),
  ]);
  const head = [
    '',
    'attempts/s',
    'booked',
    'accepted p50 / p99 ms',
    'refused p50 / p99 ms',
    'product / peer',
  ];
  return table([head, ...rows]);
}

/** Attempts per second of the product against a peer's in the same round. */
export const ratioOf = (product: readonly Measured[], peer: readonly Measured[]): Spread =>
  spread(
    product.map(({ attemptsPerSecond }, round) => attemptsPerSecond / (peer[round]?.attemptsPerSecond ?? 0)),
  );

/** CPU milliseconds per attempt, by kind of process. */
export function cpuTable(measured: ReadonlyMap<Side, readonly Measured[]>): string {
  const rows = [...measured].map(([side, rounds]) => {
    const kinds = Object.keys(rounds[0]?.cpu ?? {});
    const parts = kinds.map((kind) => `${kind} ${middle(rounds.map(({ cpu }) => cpu[kind] ?? 0))}`);
    return [side.name, parts.join(', ')];
  });
  return table([['CPU ms per attempt', ''], ...rows]);
}

/** Database operations and flushes per attempt of the product. */
export function anatomyTable(anatomies: readonly Anatomy[]): string {
  const rows = anatomies.map(({ name, attempts, milliseconds, operations, commits }) => [
    name,
    `${number(milliseconds.p50)} / ${number(milliseconds.p99)}`,
    number(operations.reads / attempts),
    number(operations.writes / attempts),
    number(commits / attempts),
    Object.entries(operations.byCollection)
      .map(([collection, { reads, writes }]) => `${collection} ${perAttempt(reads, writes, attempts)}`)
      .join(', '),
  ]);
  return table([
    ['product, per attempt', 'p50 / p99 ms', 'reads', 'writes', 'flushes', 'reads + writes by collection'],
    ...rows,
  ]);
}

const perAttempt = (reads: number, writes: number, attempts: number): string =>
  `${number(reads / attempts)} + ${number(writes / attempts)}`;
