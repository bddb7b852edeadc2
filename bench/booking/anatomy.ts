import type { CloudSide } from './cloud/cloud-side';
import type { OperationCounts } from './cloud/messages';
import type { Attempt } from './demand';
import { drive } from './drive';
import { percentiles, type Percentiles } from '../instruments/latency';
import { SLOTS } from './mixes';

/** What attempts of one kind cost the product's database. */
export interface Anatomy {
  readonly name: string;
  readonly attempts: number;
  readonly milliseconds: Percentiles;
  readonly operations: OperationCounts;
  /** Flushes to disk: writes of one moment share one. */
  readonly commits: number;
}

/** Attempts that are sent one after the other. */
export const ALONE = 100;

/** Sells everything and then refuses: needs a caller for every seat and `ALONE` more. */
export async function dissect(
  side: CloudSide,
  { seatsPerSlot, clients }: { readonly seatsPerSlot: number; readonly clients: number },
): Promise<Anatomy[]> {
  await side.reset();
  const seats = SLOTS * seatsPerSlot;
  const taps = Array.from({ length: seats + ALONE }, (_, index) => tap(index));
  const run = (name: string, from: number, to: number, concurrency: number): Promise<Anatomy> =>
    count(side, { name, attempts: taps.slice(from, to), clients: concurrency });
  const all = [await run('accepted, one by one', 0, ALONE, 1)];
  if (seats > ALONE) all.push(await run(`accepted, ${clients} clients`, ALONE, seats, clients));
  return [...all, await run('sold out, one by one', seats, seats + ALONE, 1)];
}

const tap = (index: number): Attempt => ({
  caller: index,
  slot: index % SLOTS,
  requestId: `bench-alone-${String(index).padStart(8, '0')}`,
  repeatOf: null,
});

interface Counted {
  readonly name: string;
  readonly attempts: readonly Attempt[];
  readonly clients: number;
}

async function count(side: CloudSide, { name, attempts, clients }: Counted): Promise<Anatomy> {
  const times: number[] = [];
  const counted = await side.counting(async () => {
    for (const { sentAt, answeredAt } of (await drive(side, attempts, clients)).outcomes)
      times.push(answeredAt - sentAt);
  });
  return { name, attempts: attempts.length, milliseconds: percentiles(times), ...counted };
}
