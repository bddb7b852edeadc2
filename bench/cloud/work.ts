import { ownCpuSeconds } from '../instruments/cpu-time';
import { percentiles } from '../instruments/latency';
import { seeded } from '../instruments/random';
import type { Slice, Worked } from './messages';
import { DOCUMENTS, idOf, type Driver } from './operation';

/** Closed loop: each client asks again as soon as it was answered, until the time is over. */
export async function work(driver: Driver, slice: Slice): Promise<Worked> {
  const { operation, clients, milliseconds, number, part, parts } = slice;
  const times: number[] = [];
  const cpuBefore = ownCpuSeconds();
  const startedAt = performance.now();
  const until = startedAt + milliseconds;
  const client = async (own: number): Promise<void> => {
    const random = seeded(number * 1000 + part * 100 + own);
    // Each client has documents of its own, so that nobody waits for another's transaction.
    const all = clients * parts;
    const mine = part * clients + own;
    for (let count = 0; performance.now() < until; count += 1) {
      const id = idOf(Math.floor((random() * DOCUMENTS) / all) * all + mine);
      const sentAt = performance.now();
      await driver[operation]({ client: own, id, newId: `new-${number}-${mine}-${count}` });
      times.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, own) => client(own)));
  return {
    operations: times.length,
    seconds: (performance.now() - startedAt) / 1000,
    latency: percentiles(times),
    cpuSeconds: ownCpuSeconds() - cpuBefore,
  };
}
