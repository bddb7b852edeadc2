import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import * as v from 'valibot';
import { booking } from '../../../core/contract/booking';
import { blindIndex } from '../../../cloudfunctions/_store/blind-index';
import type { RulePack } from '../../../cloudfunctions/_store/catalog';
import { createIdentityService, type IdentityService } from '../../../local/cloud/identity/identity';
import { createSigner } from '../../../local/cloud/identity/signer';
import { serveLink } from '../../instruments/process-link';
import { commandOf } from './command';
import { bookInTransaction } from './transaction';
import type { OpenHttpPeer } from './http-side';

/** The peer's web server: the same tokens, the same input schema, the same sealing; then a transaction. */
interface Open {
  readonly identity: IdentityService;
  readonly connection: OpenHttpPeer['connection'];
  readonly rules: RulePack;
  readonly clockOffset: number;
  pool: pg.Pool;
}

let opened: Open | null = null;
const server = createServer((request, response) => {
  answer(request)
    .then((result) => reply(response, 200, { result }))
    .catch((thrown: unknown) => reply(response, 500, { errMsg: String(thrown) }));
});
server.keepAliveTimeout = 75_000;

async function answer(request: IncomingMessage): Promise<object> {
  if (!opened) throw new Error('The peer is not open');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
  const user = opened.identity.read(token);
  if (!user) return { ok: false, error: 'SIGNED_OUT', detail: null };
  const call = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { data?: { input?: unknown } };
  const input = v.safeParse(booking.procedures.bookSlot.input, call.data?.input, { abortEarly: true });
  if (!input.success) return { ok: false, error: 'INVALID_INPUT', detail: null };
  const accountId = blindIndex('account', user.openid);
  const command = commandOf(input.output, accountId, Date.now() + opened.clockOffset);
  return bookInTransaction(opened.pool, command, opened.rules);
}

function reply(response: ServerResponse, status: number, body: object): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': text.length,
  });
  response.end(text);
}

const poolOf = (connection: OpenHttpPeer['connection'], max: number): pg.Pool =>
  new pg.Pool({ ...connection, max, idleTimeoutMillis: 0 });

async function open({ key, appid, connection, rules, clockOffset }: OpenHttpPeer): Promise<string> {
  opened = {
    identity: createIdentityService(createSigner(Buffer.from(key, 'hex')), appid),
    connection,
    rules,
    clockOffset,
    pool: poolOf(connection, 8),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function usePool(size: number): Promise<void> {
  if (!opened) throw new Error('The peer is not open');
  await opened.pool.end();
  opened.pool = poolOf(opened.connection, size);
}

serveLink({ open, usePool }, async () => {
  server.close();
  server.closeAllConnections();
  await opened?.pool.end();
});
