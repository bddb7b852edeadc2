import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { KEY_NAMES } from '../scripts/build/cloudbase-config';
import { stopOnSignal } from '../scripts/start/stop-signals';
import { benchMix, type Workshop } from './booking/bench-mix';
import { measureFlush } from './instruments/disk-flush';
import { REPEATS } from './booking/mixes';
import { readOptions, USAGE, type BenchOptions } from './booking/options';
import { findPostgres, NO_POSTGRES } from './instruments/find-postgres';
import { startPostgres, type Postgres } from './instruments/start-postgres';
import { shown } from './instruments/table';

/** `npm run bench:booking`: the booking path against the same work in PostgreSQL. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const programs = findPostgres();
  if (programs === null) {
    console.error(NO_POSTGRES);
    return 1;
  }
  // Every process of the bench seals with the same keys, made for this run.
  for (const name of KEY_NAMES) process.env[name] = randomBytes(32).toString('base64');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-booking-'));
  const closers: Workshop['closers'] = [];
  let postgres: Postgres | null = null;
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const stopping = new AbortController();
  stopOnSignal(async () => {
    stopping.abort();
    await closeAll();
    throw new Error('stopped before the end: what is missing was not measured');
  });
  try {
    postgres = await startPostgres(programs);
    introduce(options, postgres.version, folder);
    for (const mix of options.mixes) await benchMix(mix, options, { folder, postgres, closers });
    return 0;
  } catch (thrown) {
    // What a signal cut off fails in some way or other: whoever handles the signal says the last word.
    if (stopping.signal.aborted) await new Promise<never>(() => undefined);
    console.error(thrown instanceof Error ? thrown.message : String(thrown));
    return 1;
  } finally {
    await closeAll();
  }
}

function introduce(options: BenchOptions, version: string, folder: string): void {
  const { attempts, clients, rounds, seed } = options;
  console.log(`Node ${process.versions.node}, PostgreSQL ${version}, ${os.cpus().length} cores`);
  console.log(
    `load average ${os
      .loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')} before the start`,
  );
  console.log(`4 KiB appended and flushed in ${shown(measureFlush(folder))} ms, both sides on this disk`);
  console.log(
    `${attempts} attempts a round, ${REPEATS * 100} % of them repeats, ${clients} clients, seed ${seed}; ` +
      `${rounds} rounds, median (least–most)`,
  );
}

// The channel to the launcher would keep this process alive.
process.exit(await main());
