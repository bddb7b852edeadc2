import path from 'node:path';
import { mkdirSync } from 'node:fs';
import pg from 'pg';
import { ProcessLink } from '../instruments/process-link';
import type { Postgres } from '../instruments/start-postgres';
import { BATCH } from './fill';
import type { OpenCloud, OpenedCloud, Reach } from './messages';
import { documentOf, DOCUMENTS, idOf, OPERATIONS, type OperationName } from './operation';
import type { CloudBenchOptions } from './options';
import { insertMany, SCHEMA } from './postgres-driver';
import { Side, type Measured } from './side';

export const CLIENTS = [1, 16] as const;
/** Processes that ask where there are many clients: what one process of Node can send is soon a side's limit. */
const ASKING = 2;

/** Everything measured of one operation with so many clients. */
export interface Cell {
  readonly operation: OperationName;
  readonly clients: number;
  /** By side, one for each round. */
  readonly measured: ReadonlyMap<string, readonly Measured[]>;
}

export const POSTGRES = 'PostgreSQL JSONB';
export const ENGINE = 'engine';
export const HTTP = 'engine + HTTP';
export const SDK = 'SDK + HTTP + engine';
const ALONE = ', no group commit';

interface Ground {
  readonly folder: string;
  readonly postgres: Postgres;
  readonly closers: (() => Promise<void>)[];
}

/** Every side on every operation, in turns; each round begins with another side than the one before. */
export async function measureOperations(options: CloudBenchOptions, ground: Ground): Promise<Cell[]> {
  const sides = await openSides(ground);
  const cells = OPERATIONS.flatMap((operation) =>
    CLIENTS.map((clients) => ({
      ...{ operation, clients },
      measured: new Map(sides.map(({ name }) => [name, [] as Measured[]])),
    })),
  );
  // Once unmeasured, so that everything is compiled, connected and in memory.
  for (const { operation, clients } of cells)
    for (const side of sides) await side.measure(operation, clients, options.slice / 2);
  for (let round = 0; round < options.rounds; round += 1) {
    const first = round % sides.length;
    for (const { operation, clients, measured } of cells)
      for (const side of [...sides.slice(first), ...sides.slice(0, first)])
        measured.get(side.name)?.push(await side.measure(operation, clients, options.slice));
  }
  return cells;
}

async function openSides(ground: Ground): Promise<Side[]> {
  const sides: Side[] = [];
  const add = async (...side: Parameters<typeof Side.open>): Promise<void> => {
    const opened = await Side.open(...side);
    ground.closers.push(() => opened.close());
    sides.push(opened);
  };
  const { postgres } = ground;
  const { connection } = postgres;
  await fillPostgres(connection);
  await add(POSTGRES, twice({ kind: 'postgres', connection, clients: 16 / ASKING }), () => postgres.pids());
  for (const groupCommit of [true, false]) {
    const suffix = groupCommit ? '' : ALONE;
    const folder = path.join(ground.folder, groupCommit ? 'gathered' : 'alone');
    mkdirSync(path.join(folder, 'cloud'), { recursive: true });
    await add(ENGINE + suffix, [{ kind: 'engine', folder, groupCommit }]);
    const { link, opened } = await openCloud({ folder: path.join(folder, 'cloud'), groupCommit }, ground);
    const { url, variables } = opened;
    const authorization = `TC3-HMAC-SHA256 Credential=${variables['TENCENTCLOUD_SECRETID'] ?? ''}/`;
    const servers = (): number[] => [link.pid];
    await add(HTTP + suffix, twice({ kind: 'http', url, authorization, clients: 16 / ASKING }), servers);
    await add(SDK + suffix, twice({ kind: 'sdk', variables }), servers);
  }
  return sides;
}

const twice = (reach: Reach): Reach[] => Array.from({ length: ASKING }, () => reach);

async function openCloud(
  options: OpenCloud,
  { closers }: Ground,
): Promise<{ link: ProcessLink; opened: OpenedCloud }> {
  const link = new ProcessLink('bench/cloud/cloud-process.ts');
  closers.push(() => link.close());
  return { link, opened: await link.call<OpenedCloud>('open', options) };
}

/** The same documents as on the other sides. */
export async function fillPostgres(connection: pg.PoolConfig, count = DOCUMENTS): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(SCHEMA);
    for (let from = 0; from < count; from += BATCH) {
      const length = Math.min(BATCH, count - from);
      await insertMany(
        client,
        Array.from({ length }, (_, at) => documentOf(idOf(from + at), from + at)),
      );
    }
    await client.query('ANALYZE things');
  } finally {
    await client.end();
  }
}
