import type { IncomingMessage } from 'node:http';
import { RequestError } from './body';
import { HTTP_PREFIX } from './http-access-paths';
import { multipartBoundary } from './multipart';

const NAMES = ['127.0.0.1', 'localhost'];

/**
 * Refuses what does not come from this machine's own pages and programs: another Host (DNS
 * rebinding), another Origin, and posts that a plain web form could send from a foreign page. Functions behind an
 * HTTP path of their own are for foreign pages too: only the Host is looked at there.
 */
export function checkRequest(request: IncomingMessage, path: string, port: number): void {
  const hosts = NAMES.map((name) => `${name}:${port}`);
  const { host = '', origin, 'content-type': contentType = '' } = request.headers;
  if (!hosts.includes(host)) throw new RequestError(403, 'the Host is not this server');
  if (path.startsWith(`${HTTP_PREFIX}/`)) return;
  if (origin !== undefined && !hosts.some((one) => origin === `http://${one}`))
    throw new RequestError(403, 'the Origin is not this server');
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (request.method === 'PUT' && path.startsWith('/cos/')) return;
  if (request.method !== 'POST') throw new RequestError(405, 'GET and POST are served');
  const json = /^application\/json(;|$)/i.test(contentType);
  const form = path === '/admin' && multipartBoundary(contentType) !== undefined;
  if (!json && !form) throw new RequestError(415, 'a POST must be application/json');
}
