import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stopOnSignal } from '../scripts/start/stop-signals';
import { measureFunctions } from './cloud/functions-part';
import { measureLoad } from './cloud/load-part';
import { DOCUMENTS } from './cloud/operation';
import { measureOperations } from './cloud/operations-part';
import { readOptions, USAGE, type CloudBenchOptions, type Part } from './cloud/options';
import { cellTable, functionLines, goalLines, loadLine } from './cloud/report';
import { measureFlush } from './instruments/disk-flush';
import { findPostgres, NO_POSTGRES } from './instruments/find-postgres';
import { startPostgres, type Postgres } from './instruments/start-postgres';
import { shown } from './instruments/table';

/** `npm run bench:cloud`: the local cloud, layer by layer, beside PostgreSQL. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const programs = findPostgres();
  if (programs === null) {
    console.error(NO_POSTGRES);
    return 1;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-cloud-'));
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
    rmSync(folder, { recursive: true, force: true });
  };
  const stopping = new AbortController();
  stopOnSignal(async () => {
    stopping.abort();
    await closeAll();
    throw new Error('stopped before the end: what is missing was not measured');
  });
  try {
    const postgres = await startPostgres(programs);
    closers.push(() => postgres.stop());
    introduce(options, postgres.version, folder);
    await run(options, { folder, postgres, closers });
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

interface Ground {
  readonly folder: string;
  readonly postgres: Postgres;
  readonly closers: (() => Promise<void>)[];
}

async function run(options: CloudBenchOptions, ground: Ground): Promise<void> {
  const { rounds, only } = options;
  const wants = (part: Part): boolean => only.length === 0 || only.includes(part);
  if (wants('load')) console.log(`\n${loadLine(await measureLoad(rounds, ground.folder, ground.postgres))}`);
  if (wants('functions')) console.log(`\n${functionLines(await measureFunctions(rounds, ground.folder))}`);
  if (!wants('operations')) return;
  const cells = await measureOperations(options, ground);
  for (const cell of cells) console.log(`\n${cellTable(cell)}`);
  const goal = cells.find(({ operation, clients }) => operation === 'decrement' && clients === 16);
  if (goal !== undefined) console.log(`\n${goalLines(goal)}`);
}

function introduce({ rounds, slice, seed }: CloudBenchOptions, version: string, folder: string): void {
  const load = os.loadavg().map((one) => one.toFixed(1));
  console.log(`Node ${process.versions.node}, PostgreSQL ${version}, ${os.cpus().length} cores`);
  console.log(`load average ${load.join(' ')} before the start`);
  console.log(`4 KiB appended and flushed in ${shown(measureFlush(folder))} ms, all sides on this disk`);
  console.log(
    `${DOCUMENTS} documents, every commit flushed; ${rounds} rounds of ${slice} ms for each side and operation in turns, ` +
      `seed ${seed}; median (least–most)`,
  );
}

// The channel to the launcher would keep this process alive.
process.exit(await main());
