import type { Workshop } from '../instruments/beside-postgres';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { toImport } from '../../scripts/hospital/to-catalogue';
import { ALONE, dissect } from './anatomy';
import { inventCallers } from './callers';
import { clinicDay, OPENING } from './clinic-day';
import { CloudSide } from './cloud/cloud-side';
import { demand, type Attempt } from './demand';
import { REPEATS, seatsPerSlot, SLOTS, type Mix } from './mixes';
import type { BenchOptions } from './options';
import { FunctionSide, type Ground } from './postgres/function-side';
import { HttpSide } from './postgres/http-side';
import { anatomyTable, cpuTable, sidesTable } from './report';
import { alternate, measure } from './rounds';
import type { Side } from './side';
import { wishes } from './wish';

const POOLS = [4, 6, 8, 12, 16];

/** Runs one mix on all sides and prints its tables. */
export async function benchMix(mix: Mix, options: BenchOptions, workshop: Workshop): Promise<void> {
  const { attempts, clients, rounds, seed } = options;
  const perSlot = seatsPerSlot(mix, attempts);
  const demandOf = (round: number): Attempt[] =>
    demand({ seed: seed + round, attempts, slots: SLOTS, exponent: mix.exponent, repeats: REPEATS });
  console.log(`\n${mix.name}: ${mix.about}; ${perSlot * SLOTS} online seats, Zipf exponent ${mix.exponent}`);

  const { cloud, tables, http } = await openSides(perSlot, options, workshop);
  const sides: readonly Side[] = [cloud, tables, http];
  const warmUp = demandOf(0);
  await measure(cloud, warmUp, clients);
  const pools = await choosePools([tables, http], warmUp, clients);
  console.log(`connections of the pool: ${pools.join(', ')}`);

  const measured = await alternate(
    sides,
    Array.from({ length: rounds }, (_, round) => demandOf(round + 1)),
    clients,
  );
  console.log(`${sidesTable(measured)}\n\n${cpuTable(measured)}\n`);
  console.log(anatomyTable(await dissect(cloud, { seatsPerSlot: perSlot, clients })));
  for (const close of workshop.closers.splice(0).reverse()) await close();
}

async function openSides(onlinePerSlot: number, options: BenchOptions, workshop: Workshop) {
  const { attempts, clients, processes } = options;
  const { postgres, closers } = workshop;
  const folder = mkdtempSync(path.join(workshop.folder, 'cloud-'));
  const cloud = await CloudSide.open({ folder, onlinePerSlot, callers: attempts + ALONE, processes });
  closers.push(() => cloud.close());
  const rules = toImport(clinicDay('local/hospital', onlinePerSlot)).hospital.rulePack;
  const callers = inventCallers(attempts + ALONE, rules.consent, OPENING);
  const { sessions } = cloud.opened;
  const wishOf = wishes(sessions, callers);
  await cloud.connect(clients, wishOf);
  const offset = OPENING - Date.now();
  const ground: Ground = { postgres, sessions, callers, rules, wishOf, now: () => Date.now() + offset };
  const tables = await FunctionSide.open(ground);
  closers.push(() => tables.close());
  const http = await HttpSide.open(tables, ground, clients);
  closers.push(() => http.close());
  return { cloud, tables, http };
}

/** Gives each peer the pool with which it was fastest in a short run; the first run only warms it up. */
async function choosePools(
  peers: readonly (FunctionSide | HttpSide)[],
  attempts: readonly Attempt[],
  clients: number,
): Promise<string[]> {
  const chosen: string[] = [];
  for (const peer of peers) {
    await measure(peer, attempts, clients);
    let best = { size: 0, speed: 0 };
    for (const size of POOLS) {
      await peer.usePool(size);
      const { attemptsPerSecond: speed } = await measure(peer, attempts, clients);
      if (speed > best.speed) best = { size, speed };
    }
    await peer.usePool(best.size);
    await measure(peer, attempts, clients);
    chosen.push(`${best.size} (${peer.name})`);
  }
  return chosen;
}
