import type { CloudSide } from './cloud/cloud-side';
import type { OperationCounts } from './cloud/messages';
import type { Attempt } from './demand';
import { drive } from './drive';
import { percentiles, type Percentiles } from './latency';
import { SLOTS } from './mixes';

/** What one attempt costs when nobody else is there. */
export interface Anatomy {
  readonly attempts: number;
  readonly milliseconds: Percentiles;
  readonly operations: OperationCounts;
  readonly commits: number;
}

const ALONE = 100;

/** Takes seats one by one, then sells out and is refused one by one; needs callers for every seat and some more. */
export async function dissect(
  side: CloudSide,
  seatsPerSlot: number,
  clients: number,
): Promise<{ accepted: Anatomy; refused: Anatomy }> {
  await side.reset();
  const seats = SLOTS * seatsPerSlot;
  const taps = Array.from({ length: seats + ALONE }, (_, index) => tap(index));
  const accepted = await alone(side, taps.slice(0, ALONE), true);
  await drive(side, taps.slice(ALONE, seats), clients);
  const refused = await alone(side, taps.slice(seats), false);
  return { accepted, refused };
}

const tap = (index: number): Attempt => ({
  caller: index,
  slot: index % SLOTS,
  requestId: `bench-alone-${String(index).padStart(8, '0')}`,
  repeatOf: null,
});

async function alone(side: CloudSide, attempts: readonly Attempt[], expected: boolean): Promise<Anatomy> {
  const times: number[] = [];
  const counted = await side.counting(async () => {
    for (const { answer, sentAt, answeredAt } of (await drive(side, attempts, 1)).outcomes) {
      if (answer.ok !== expected) throw new Error(`A lone attempt was ${expected ? 'refused' : 'accepted'}`);
      times.push(answeredAt - sentAt);
    }
  });
  return { attempts: attempts.length, milliseconds: percentiles(times), ...counted };
}
