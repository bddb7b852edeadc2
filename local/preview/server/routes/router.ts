import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PreviewBuild } from '../../shared/preview-build';
import type { EventStream } from './event-stream';
import { panelPage } from './panel-page';
import type { Person } from './person';
import { reply } from './security';

export interface RouterParts {
  build: PreviewBuild;
  events: EventStream;
  people: () => readonly Person[];
  title: string;
}

const html = 'text/html; charset=utf-8';
const prefix = '/preview/';

type Page = (parts: RouterParts, response: ServerResponse) => void;

const pages: Readonly<Record<string, Page>> = {
  '/': ({ title }, response) => reply(response, { contentType: html, body: panelPage(title) }),
  '/phone': (_, response) => {
    response.writeHead(302, { location: '/phone/' }).end();
  },
  '/phone/': ({ build }, response) => reply(response, { contentType: html, body: build.phonePage() }),
  '/preview/events': ({ events }, response) => events.open(response),
  '/preview/people.json': ({ people }, response) =>
    reply(response, { contentType: 'application/json; charset=utf-8', body: JSON.stringify(people()) }),
};

/** Answers what belongs to the preview; false leaves the request to the server it is mounted on. */
export function route(
  parts: RouterParts,
  request: IncomingMessage,
  response: ServerResponse,
  { pathname, search }: URL,
): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const page = Object.hasOwn(pages, pathname) ? pages[pathname] : undefined;
  if (page !== undefined) {
    page(parts, response);
    return true;
  }
  if (!pathname.startsWith(prefix)) return false;
  const asset = parts.build.asset(decode(pathname.slice(prefix.length)));
  if (asset === undefined) reply(response, { status: 404, contentType: 'text/plain', body: 'not found' });
  else reply(response, { ...asset, forGood: search === `?${parts.build.fingerprint()}` });
  return true;
}

/** A file name may hold Chinese; a broken escape is no name at all. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
