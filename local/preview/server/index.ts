import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerEvent } from '../shared/server-events';
import { createPreviewBuild } from './build/preview-build';
import { createEventStream } from './routes/event-stream';
import type { Person } from './routes/person';
import { route } from './routes/router';

export type { Person } from './routes/person';
export type { ServerEvent } from '../shared/server-events';

export interface PreviewOptions {
  /** The built mini program, absolute. */
  miniprogramDir: string;
  /** The invented WeChat users that the panel offers; phone N starts as the N-th. */
  people: () => readonly Person[];
  /** Name of the mini program, for the window's title. */
  title: string;
  /** Sources of the preview's own pages; default: `local/preview/browser` of the working directory. */
  browserDir?: string;
}

export interface Preview {
  /** To be mounted on the local cloud's HTTP server; false where the address is not the preview's. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): boolean;
  /** Reads the mini program again and reloads every phone, also after a faulty build. */
  rebuild(): Promise<void>;
  /** Tells every open page something, e.g. that the clock was moved. */
  broadcast(event: ServerEvent): void;
  close(): Promise<void>;
}

/** Builds the mini program for the browser and serves phones and panel. Rejects when it is faulty. */
export async function createPreview(options: PreviewOptions): Promise<Preview> {
  const { miniprogramDir, browserDir, people, title } = options;
  const build = await createPreviewBuild({
    miniprogramDir,
    ...(browserDir === undefined ? {} : { browserDir }),
  });
  const events = createEventStream();
  const parts = { build, events, people, title };
  return {
    handle: (request, response, url) => route(parts, request, response, url),
    async rebuild() {
      try {
        await build.rebuild();
      } finally {
        events.send({ type: 'reload' });
      }
    },
    broadcast: (event) => events.send(event),
    async close() {
      events.close();
      await build.close();
    },
  };
}
