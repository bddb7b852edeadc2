import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { childrenOf } from './cpu-time';

const USER = 'bench';
const START_MS = 20_000;

/** Tuned for this load, durable as the local cloud is: every commit is on disk before it is answered. */
const SETTINGS = {
  synchronous_commit: 'on',
  fsync: 'on',
  full_page_writes: 'on',
  shared_buffers: '256MB',
  wal_buffers: '16MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  checkpoint_timeout: '30min',
  // Statistics are taken and tables are vacuumed between the rounds, where they cost nothing.
  autovacuum: 'off',
  jit: 'off',
  random_page_cost: '1.1',
  max_connections: '64',
  listen_addresses: '',
};

export interface Postgres {
  readonly version: string;
  /** Where to connect: a Unix socket in a folder of its own. */
  readonly connection: { readonly host: string; readonly user: string; readonly database: string };
  /** Ids of the server's own processes. */
  pids(): number[];
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres` or `nobody`. Null where no change is needed. */
function unprivileged(): Owner | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout),
    );
    if (uid && gid) return { uid, gid };
  }
  throw new Error('PostgreSQL needs an unprivileged user: there is neither postgres nor nobody');
}

/**
 * The shell outlives this process just long enough to stop the server and remove its folder: the end of its input is
 * the sign, also after a kill -9.
 */
const GUARD = `trap '' INT TERM HUP; "$@" </dev/null & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$FOLDER"`;

/** Starts a new, empty server that only this user's programs reach. */
export async function startPostgres(programs: string): Promise<Postgres> {
  const owner = unprivileged();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-pg-'));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, 'data');
  const asOwner = { ...(owner ?? {}), cwd: folder, env: { ...process.env, FOLDER: folder } };
  const initdb = ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-locale'];
  execFileSync(path.join(programs, 'initdb'), initdb, { ...asOwner, stdio: 'ignore' });
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: folder });
  const server = spawn(
    '/bin/sh',
    [
      ...['-c', GUARD, 'sh', path.join(programs, 'postgres'), '-D', data],
      ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...asOwner, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    server.stdin.end();
    await ended;
  };
  const connection = { host: folder, user: USER, database: 'postgres' };
  try {
    const version = await whenReady(connection);
    const postmaster = (): number[] => childrenOf(server.pid ?? 0);
    return { version, connection, stop, pids: () => [...postmaster(), ...postmaster().flatMap(childrenOf)] };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

async function whenReady(connection: Postgres['connection']): Promise<string> {
  const until = Date.now() + START_MS;
  for (;;) {
    const client = new pg.Client(connection);
    try {
      await client.connect();
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
      return rows[0]?.server_version ?? '';
    } catch (thrown) {
      if (Date.now() > until) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
