import { rmSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../local/cloud/database';
import { spread, type Spread } from '../instruments/latency';
import type { Postgres } from '../instruments/start-postgres';
import { fill } from './fill';
import { INDEXES } from './indexes';
import { fillPostgres } from './operations-part';

export const LOADED = 100_000;

/** Seconds to load so many documents, a thousand in each statement, each statement flushed. */
export interface Loaded {
  readonly engine: Spread;
  readonly postgres: Spread;
}

export async function measureLoad(rounds: number, folder: string, postgres: Postgres): Promise<Loaded> {
  const engine: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    engine.push(await seconds(() => loadEngine(folder)));
    peer.push(await seconds(() => fillPostgres(postgres.connection, LOADED)));
  }
  return { engine: spread(engine), postgres: spread(peer) };
}

async function loadEngine(folder: string): Promise<void> {
  const file = path.join(folder, 'load.sqlite');
  const database = openDatabase({ path: file, indexes: INDEXES, now: () => Date.now() });
  try {
    await fill(database, LOADED);
  } finally {
    await database.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  }
}

async function seconds(run: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return (performance.now() - startedAt) / 1000;
}
