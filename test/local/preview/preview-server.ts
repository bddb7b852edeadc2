import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPreviewBuild } from '../../../local/preview/server/build/preview-build';
import type { PreviewBuild } from '../../../local/preview/shared/preview-build';
import type { ServerEvent } from '../../../local/preview/shared/server-events';

/** The preview behind the smallest server that a phone can live with. */
export interface PreviewServer {
  origin: string;
  build: PreviewBuild;
  broadcast(event: ServerEvent): void;
  /** Milliseconds that `/control/clock` reports. */
  clockOffset: number;
  close(): Promise<void>;
}

export const startPreviewServer = async (miniprogramDir: string): Promise<PreviewServer> => {
  const build = await createPreviewBuild({ miniprogramDir });
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string | Uint8Array): void => {
      response.writeHead(200, { 'content-type': type }).end(body);
    };
    if (pathname === '/phone/') send('text/html; charset=utf-8', build.phonePage());
    else if (pathname === '/control/clock') {
      send('application/json', JSON.stringify({ offset: preview.clockOffset }));
    } else if (pathname === '/preview/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
      listeners.add(response);
    } else {
      const asset = build.asset(pathname.replace('/preview/', ''));
      if (asset) send(asset.contentType, asset.body);
      else response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const preview: PreviewServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    build,
    clockOffset: 0,
    broadcast: (event) => {
      for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    close: async () => {
      await build.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return preview;
};
