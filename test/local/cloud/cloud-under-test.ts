import { request } from 'node:http';
import { join } from 'node:path';
import { startCloud, type CloudOptions, type LocalCloud } from '../../../local/cloud';

export const APP_ID = 'wxlocal0001';
export const ENV_ID = 'local-env';
export const deployed = join(process.cwd(), 'test/local/cloud/functions/fixtures/deployed');

/** A cloud with the functions of the fixtures; the caller closes it. */
export const openCloud = (options: Partial<CloudOptions> = {}): Promise<LocalCloud> =>
  startCloud({
    functionsDir: deployed,
    indexes: { collections: { notes: {}, runs: {}, callbacks: {} } },
    appId: APP_ID,
    envId: ENV_ID,
    ...options,
    // The platform's own three seconds are too short for three cold starts in a row on a machine that is busy.
    functionConfig: { defaults: { timeoutMs: 30_000 }, prewarmed: 0, ...options.functionConfig },
  });

export interface Sent {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Sends a request as it is, with a Host or Origin that a browser would not let a page choose. */
export const send = (cloud: { port: number }, sent: Sent): Promise<{ status: number; body: unknown }> =>
  new Promise((resolve, reject) => {
    const { path, method = 'POST', headers = {}, body } = sent;
    const text = method === 'GET' ? '' : typeof body === 'string' ? body : JSON.stringify(body ?? {});
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: cloud.port,
        path,
        method,
        agent: false,
        headers: {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(text)),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const received = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, body: received && JSON.parse(received) });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(text);
  });

/** All documents of a collection, as plain objects. */
export const documents = async <T>(cloud: LocalCloud, collectionName: string): Promise<T[]> => {
  const answer = await cloud.database.handle('database.getDocument', {
    collectionName,
    queryType: 'WHERE',
    limit: 1000,
  });
  const { list } = answer.data as { list: string[] };
  return list.map((text) => plain(JSON.parse(text)) as T);
};

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [key, inner] = entries[0] ?? [];
  if (entries.length === 1 && /^\$number/.test(key ?? '')) return Number(inner);
  return Object.fromEntries(entries.map(([name, one]) => [name, plain(one)]));
};

/** Waits until something holds, looking often; fails after a while. */
export const until = async (holds: () => boolean | Promise<boolean>, withinMs = 5000): Promise<void> => {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
