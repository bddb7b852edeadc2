import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stopOnSignal } from '../../scripts/start/stop-signals';
import { measureFlush } from './disk-flush';
import { findPostgres, NO_POSTGRES } from './find-postgres';
import { startPostgres, type Postgres } from './start-postgres';
import { shown } from './table';

/** What a benchmark stands on. */
export interface Workshop {
  /** A folder of its own, gone at the end. */
  readonly folder: string;
  readonly postgres: Postgres;
  /** Called at the end, the last one first. */
  readonly closers: (() => Promise<void>)[];
}

/** Runs a benchmark beside a PostgreSQL started for it, and leaves nothing however it ends. Answers the exit code. */
export async function besidePostgres(
  name: string,
  work: (workshop: Workshop) => Promise<void>,
): Promise<number> {
  const programs = findPostgres();
  if (programs === null) {
    console.error(NO_POSTGRES);
    return 1;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  const closers: Workshop['closers'] = [];
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
    await work({ folder, postgres, closers });
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

/** The machine, its load and its disk: what every figure depends on. */
export function introduceMachine({ folder, postgres }: Workshop): void {
  const load = os.loadavg().map((one) => one.toFixed(1));
  console.log(`Node ${process.versions.node}, PostgreSQL ${postgres.version}, ${os.cpus().length} cores`);
  console.log(`load average ${load.join(' ')} before the start`);
  console.log(`4 KiB appended and flushed in ${shown(measureFlush(folder))} ms, all sides on this disk`);
}
