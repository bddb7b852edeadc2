import { checkBooks } from './check-books';
import { ownCpuSeconds } from '../instruments/cpu-time';
import type { Attempt } from './demand';
import { drive, type Outcome } from './drive';
import { percentiles, type Percentiles } from '../instruments/latency';
import type { CpuTimes, Side } from './side';

/** One side in one round. Latencies in milliseconds, CPU in milliseconds per attempt. */
export interface Measured {
  readonly attemptsPerSecond: number;
  readonly booked: number;
  readonly accepted: Percentiles;
  readonly refused: Percentiles;
  readonly cpu: CpuTimes;
}

/** Runs one round on one side and checks its books. @throws Error naming what is wrong in them. */
export async function measure(side: Side, attempts: readonly Attempt[], clients: number): Promise<Measured> {
  await side.reset();
  const before = await cpuOf(side);
  const { outcomes, seconds } = await drive(side, attempts, clients);
  const after = await cpuOf(side);
  const books = await side.books();
  const faults = checkBooks(books, outcomes);
  if (faults.length > 0)
    throw new Error([`The books of ${side.name} are wrong:`, ...faults.slice(0, 10)].join('\n'));
  return {
    attemptsPerSecond: attempts.length / seconds,
    booked: books.appointments.length,
    accepted: latencies(outcomes, true),
    refused: latencies(outcomes, false),
    cpu: Object.fromEntries(
      Object.entries(after).map(([kind, used]) => [
        kind,
        ((used - (before[kind] ?? 0)) * 1000) / attempts.length,
      ]),
    ),
  };
}

const cpuOf = async (side: Side): Promise<CpuTimes> => ({
  ...(await side.cpu()),
  'load generator': ownCpuSeconds(),
});

const latencies = (outcomes: readonly Outcome[], accepted: boolean): Percentiles =>
  percentiles(
    outcomes
      .filter(({ answer }) => answer.ok === accepted)
      .map(({ sentAt, answeredAt }) => answeredAt - sentAt),
  );

/** Each round runs every side on the same demand, and begins with another side than the round before. */
export async function alternate(
  sides: readonly Side[],
  demands: readonly (readonly Attempt[])[],
  clients: number,
): Promise<Map<Side, Measured[]>> {
  const measured = new Map<Side, Measured[]>(sides.map((side) => [side, []]));
  for (const [round, attempts] of demands.entries()) {
    const first = round % sides.length;
    for (const side of [...sides.slice(first), ...sides.slice(0, first)])
      measured.get(side)?.push(await measure(side, attempts, clients));
  }
  return measured;
}
