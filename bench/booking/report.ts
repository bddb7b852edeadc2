import type { Anatomy } from './anatomy';
import { spread, type Percentiles, type Spread } from './latency';
import type { Measured } from './rounds';
import type { Side } from './side';

const number = (value: number): string =>
  Number.isNaN(value) ? '–' : value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** `410 (395–420)` */
export const shown = ({ median, least, most }: Spread): string =>
  `${number(median)} (${number(least)}–${number(most)})`;

const shownRatio = ({ median, least, most }: Spread): string =>
  `${median.toFixed(2)}x (${least.toFixed(2)}–${most.toFixed(2)})`;

const middle = (values: readonly number[]): string => number(spread(values).median);

const latency = (rounds: readonly Percentiles[]): string =>
  `${middle(rounds.map(({ p50 }) => p50))} / ${shown(spread(rounds.map(({ p99 }) => p99)))}`;

/** Columns as wide as their widest cell, two blanks between. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

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
