import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Interruption } from '../faults/interruption';
import { RequestError } from './body';
import { checkRequest } from './guard';
import { refuseJson } from './reply';

/** Serves a request or answers false, and the next one is asked. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => boolean | Promise<boolean>;

/** A route that says what it serves: `POST /admin`, and with `*` for any path below. */
export type ListedRoute = Route & { readonly serves: readonly string[] };

/** Notes beside a route what it serves, so that the console and the tests can list it. */
export const listed = (serves: readonly string[], route: Route): ListedRoute =>
  Object.assign(route, { serves });

export interface HttpServer {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

// wx-server-sdk keeps sockets and does not repeat a request on one that was closed: outlive it.
const KEEP_ALIVE_MS = 75_000;

const answerError = (request: IncomingMessage, response: ServerResponse, error: unknown): void => {
  if (error instanceof Interruption) {
    response.socket?.resetAndDestroy();
    return;
  }
  const status = error instanceof RequestError ? error.status : 500;
  const message = error instanceof Error ? error.message : String(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  refuseJson(request, response, status, { code: 'INVALID_REQUEST', message, requestId: randomUUID() });
};

/** The address that is asked for; only the form `/path?query` is served. */
const readTarget = (target: string, port: number): URL => {
  const text = `http://127.0.0.1:${port}${target}`;
  if (!target.startsWith('/') || !URL.canParse(text))
    throw new RequestError(400, 'the address cannot be read');
  return new URL(text);
};

/** Listens on this machine only. All routes stand behind the same guard. */
export async function startServer(port: number, routes: () => Route[]): Promise<HttpServer> {
  let bound = port;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = readTarget(request.url ?? '/', bound);
    checkRequest(request, url.pathname, bound);
    for (const route of routes()) if (await route(request, response, url)) return;
    throw new RequestError(404, 'there is nothing at this address');
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => answerError(request, response, error));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 1000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} is in use`) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
