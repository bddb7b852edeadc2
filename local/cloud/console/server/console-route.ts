import type { ServerResponse } from 'node:http';
import { listed, type ListedRoute } from '../../http/server';
import { bundleConsole, type ConsoleBundle } from './bundle';
import { PAGE } from './page';
import { PAGE_HEADERS } from './security';

const reply = (response: ServerResponse, contentType: string, text: string): void => {
  const body = Buffer.from(text);
  response.writeHead(200, {
    ...PAGE_HEADERS,
    'content-type': `${contentType}; charset=utf-8`,
    'content-length': body.length,
  });
  response.end(body);
};

const ASSETS: Readonly<Record<string, { ending: string; contentType: string }>> = {
  '/cloud/console.js': { ending: '.js', contentType: 'text/javascript' },
  '/cloud/console.css': { ending: '.css', contentType: 'text/css' },
};

const ADDRESSES = ['/cloud', ...Object.keys(ASSETS)].map((path) => `GET ${path}`);

/** The console's page at `/cloud`. Its script is built when somebody first opens it, and kept. */
export function consoleRoute(root: string): ListedRoute {
  let building: Promise<ConsoleBundle> | undefined;
  const bundle = (): Promise<ConsoleBundle> => {
    building ??= bundleConsole(root).catch((error: unknown) => {
      building = undefined;
      throw error;
    });
    return building;
  };
  return listed(ADDRESSES, async (request, response, { pathname }) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    if (pathname === '/cloud' || pathname === '/cloud/') {
      reply(response, 'text/html', PAGE);
      return true;
    }
    const asset = Object.hasOwn(ASSETS, pathname) ? ASSETS[pathname] : undefined;
    const text = asset && (await bundle()).get(asset.ending);
    if (asset === undefined || text === undefined) return false;
    reply(response, asset.contentType, text);
    return true;
  });
}
