import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { HttpConnection } from '../../../bench/instruments/http-connection';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function listening(server: Pick<Server, 'listen' | 'address' | 'close'>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function open(url: string): Promise<HttpConnection> {
  const connection = await HttpConnection.open(url);
  closers.unshift(() => connection.close());
  return connection;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

describe('the load generator’s connection', () => {
  test('posts JSON in the name of a caller and keeps its socket', async () => {
    const sockets = new Set<unknown>();
    const url = await listening(
      createServer((request, response) => {
        sockets.add(request.socket);
        void textOf(request).then((body) => {
          const { host, authorization, 'content-type': type } = request.headers;
          const text = JSON.stringify({ body, host, authorization, type, path: request.url });
          response.setHeader('content-length', Buffer.byteLength(text)).end(text);
        });
      }),
    );
    const connection = await open(url);
    for (const body of ['{"name":"张"}', '{}'])
      expect(JSON.parse(await connection.post('/invoke', 'Bearer token', body))).toEqual({
        ...{ body, host: url.slice(7), authorization: 'Bearer token', type: 'application/json' },
        path: '/invoke',
      });
    expect(sockets.size).toBe(1);
  });

  test('puts an answer together that arrives byte by byte', async () => {
    const body = '{"text":"号源"}';
    const answer = `HTTP/1.1 200 OK\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;
    const url = await listening(
      createSocketServer((socket) => {
        socket.setNoDelay(true);
        socket.once('data', () => {
          void (async () => {
            for (const byte of Buffer.from(answer)) {
              socket.write(Buffer.from([byte]));
              await new Promise((resolve) => setImmediate(resolve));
            }
          })();
        });
      }) as never,
    );
    expect(await (await open(url)).post('/invoke', 'Bearer token', '{}')).toBe(body);
  });

  test('fails where the server hangs up', async () => {
    const url = await listening(
      createSocketServer((socket) => socket.once('data', () => socket.destroy())) as never,
    );
    await expect((await open(url)).post('/invoke', 'Bearer token', '{}')).rejects.toThrow('closed');
  });
});
