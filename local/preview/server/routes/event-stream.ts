import type { ServerResponse } from 'node:http';
import type { ServerEvent } from '../../shared/server-events';
import { securityHeaders } from './security';

export interface EventStream {
  open(response: ServerResponse): void;
  send(event: ServerEvent): void;
  close(): void;
}

/** A comment line this often keeps the connection from looking dead, in ms. */
const heartbeat = 30_000;

const line = (event: ServerEvent): string => `data: ${JSON.stringify(event)}\n\n`;

/** Server-sent events to every open page. A page that comes later hears the latest clock first. */
export function createEventStream(): EventStream {
  const open = new Set<ServerResponse>();
  let clock: ServerEvent | undefined;
  const beat = setInterval(() => {
    for (const response of open) response.write(':\n\n');
  }, heartbeat);
  beat.unref();
  return {
    open(response) {
      response.writeHead(200, {
        ...securityHeaders,
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
      });
      response.write(clock === undefined ? ':\n\n' : line(clock));
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    send(event) {
      if (event.type === 'clock') clock = event;
      for (const response of open) response.write(line(event));
    },
    close() {
      clearInterval(beat);
      for (const response of open) response.end();
      open.clear();
    },
  };
}
