import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalDatabase } from '../../../../local/cloud/database';
import { toFailure, toSuccess } from '../../../../local/cloud/protocol/envelope';

/** The smallest server the SDK can talk to: the database's answers in the platform's envelope. */
export interface DatabaseServer {
  /** Value of TCB_CONTEXT_CNFG that sends the unmodified SDK here. */
  readonly redirect: string;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
}

async function answer(database: LocalDatabase, request: IncomingMessage): Promise<unknown> {
  const requestId = randomUUID();
  try {
    const body = await bodyOf(request);
    return toSuccess(requestId, await database.handle(String(body['action']), { ...body, requestId }));
  } catch (error) {
    return toFailure(requestId, error);
  }
}

/** Serves a database on a free port of the loopback interface. */
export async function serveDatabase(database: LocalDatabase): Promise<DatabaseServer> {
  const server = createServer((request, response) => {
    void answer(database, request).then((body) => {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(body));
    });
  });
  server.keepAliveTimeout = 70_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    redirect: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
