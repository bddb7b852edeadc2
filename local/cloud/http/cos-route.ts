import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { CosError, toXml, tooLarge } from '../storage/cos-error';
import type { StorageService } from '../storage/storage-service';
import { listed, type ListedRoute } from './server';

const PREFIX = '/cos/';

/**
 * Files come from users and are served from the address of the preview: nothing in them may run as a
 * page of it.
 */
const HARMLESS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

async function upload(
  storage: StorageService,
  place: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > storage.limits.fileBytes) throw tooLarge();
  // A refusal must still reach a client that is sending: the connection outlives the reading.
  const contents = request.iterator({ destroyOnReturn: false });
  const { sha256 } = await storage.put(place, request.headers.authorization ?? '', contents);
  response.writeHead(200, { etag: `"${sha256}"`, 'content-length': 0 });
  response.end();
}

async function download(
  storage: StorageService,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const place = decode(url.pathname.slice(PREFIX.length));
  const { file, open } = storage.get(place, url.searchParams.get('sign') ?? '');
  response.writeHead(200, {
    ...HARMLESS,
    'content-type': file.contentType,
    'content-length': file.size,
    etag: `"${file.sha256}"`,
    'cache-control': 'private, no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(open(), response).catch(() => response.destroy());
}

function answerError(error: unknown, place: string, response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const shown =
    error instanceof CosError
      ? error
      : new CosError(500, 'InternalError', 'We encountered an internal error. Please try again.');
  const body = Buffer.from(toXml(shown, `${PREFIX}${place}`));
  response.writeHead(shown.status, { 'content-type': 'application/xml', 'content-length': body.length });
  response.end(body);
}

/** Uploads and downloads of files, by signed addresses; refusals are in the object store's XML. */
export function cosRoute(storage: StorageService): ListedRoute {
  return listed([`PUT ${PREFIX}*`, `GET ${PREFIX}*`], async (request, response, url) => {
    if (!url.pathname.startsWith(PREFIX)) return false;
    const place = decode(url.pathname.slice(PREFIX.length));
    try {
      if (request.method === 'PUT') await upload(storage, place, request, response);
      else if (request.method === 'GET' || request.method === 'HEAD')
        await download(storage, url, request, response);
      else return false;
    } catch (error) {
      request.resume();
      answerError(error, place, response);
    }
    return true;
  });
}
