import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers the JSON body of a request (with a `requestId` added) with a JSON body. */
export type Answer = (body: Record<string, unknown>) => Promise<unknown>;

/** The smallest server the SDK can talk to. */
export interface DatabaseServer {
  /** Value of TCB_CONTEXT_CNFG that sends the unmodified SDK here. */
  readonly redirect: string;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
  return { ...body, requestId: randomUUID() };
}

/** Serves on a free port of the loopback interface. */
export async function serveDatabase(answer: Answer): Promise<DatabaseServer> {
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then(answer)
      .then((body) => {
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
