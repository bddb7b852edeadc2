import path from 'node:path';
import { HttpConnection } from '../instruments/http-connection';
import { serveLink } from '../instruments/process-link';
import { openDatabase } from '../../local/cloud/database';
import { fill } from './fill';
import { INDEXES } from './indexes';
import type { Reach, Slice, Worked } from './messages';
import type { Driver } from './operation';
import { postgresDriver } from './postgres-driver';
import { protocolDriver } from './protocol-driver';
import { sdkDriver } from './sdk-driver';
import { work } from './work';

/** A process that works on one side; the engine itself runs in it where that is the side. */
let driver: Driver | null = null;

async function engine(folder: string, groupCommit: boolean): Promise<Driver> {
  const database = openDatabase({
    path: path.join(folder, 'engine.sqlite'),
    indexes: INDEXES,
    now: () => Date.now(),
    groupCommit,
  });
  await fill(database);
  return protocolDriver(
    (_client, action, body) => database.handle(action, body),
    () => database.close(),
  );
}

async function overHttp(reach: Extract<Reach, { kind: 'http' }>): Promise<Driver> {
  const { url, authorization, clients } = reach;
  const connections = await Promise.all(Array.from({ length: clients }, () => HttpConnection.open(url)));
  return protocolDriver(
    async (client, action, body) => {
      const connection = connections[client];
      if (connection === undefined) throw new RangeError('no such client');
      const text = JSON.stringify({ action, envName: 'local', ...body });
      return JSON.parse(await connection.post('/admin', authorization, text)) as unknown;
    },
    () => {
      for (const connection of connections) connection.close();
    },
  );
}

async function open(reach: Reach): Promise<void> {
  if (reach.kind === 'engine') driver = await engine(reach.folder, reach.groupCommit);
  else if (reach.kind === 'http') driver = await overHttp(reach);
  else if (reach.kind === 'sdk') driver = sdkDriver(reach.variables);
  else driver = postgresDriver(reach.connection, reach.clients);
}

function run(slice: Slice): Promise<Worked> {
  if (driver === null) throw new Error('nothing is open');
  return work(driver, slice);
}

serveLink({ open, run }, async () => driver?.close());
