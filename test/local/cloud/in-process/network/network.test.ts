import { describe, expect, test } from '@jest/globals';
import type {
  ClientRequest,
  RequestOptions,
} from '../../../../../local/cloud/in-process/network/client-request';
import { httpModules } from '../../../../../local/cloud/in-process/network/http-module';
import type { IncomingMessage } from '../../../../../local/cloud/in-process/network/message';
import { Network } from '../../../../../local/cloud/in-process/network/network';
import type { Server, ServerResponse } from '../../../../../local/cloud/in-process/network/server';
import { Program } from '../../../../../local/cloud/in-process/program/program';
import { createRandom } from '../../../../../local/cloud/in-process/world/random';
import { World } from '../../../../../local/cloud/in-process/world/world';

interface Http {
  createServer(listener: (request: IncomingMessage, response: ServerResponse) => void): Server;
  request(url: string, options?: RequestOptions): ClientRequest;
}

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

/** A client and a server in a world of their own. */
const open = (serve: Serve) => {
  const world = new World({ startAt: 0, order: () => 0 });
  const network = new Network();
  const program = (pid: number, name: string): Program =>
    new Program({ world, pid, name, random: createRandom(name), onEnd: () => undefined });
  const [client, server] = [program(1, 'client'), program(2, 'server')];
  const httpOf = (one: Program): Http => httpModules(one, network)['http']?.() as Http;
  const listening = httpOf(server).createServer(serve).listen(80, '127.0.0.1');
  const ask = (path: string, body = '', options: RequestOptions = {}): Promise<string> =>
    new Promise((resolve, reject) => {
      const request = httpOf(client).request(`http://127.0.0.1:80${path}`, { method: 'POST', ...options });
      request.on('error', reject);
      request.on('timeout', () => resolve('timeout'));
      request.on('response', (response: IncomingMessage) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(`${response.statusCode ?? 0} ${Buffer.concat(chunks).toString()}`));
      });
      request.end(body);
    });
  return { world, listening, client, ask: (...given: Parameters<typeof ask>) => world.until(ask(...given)) };
};

const echo: Serve = (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    response.statusCode = 201;
    response.end(`${request.method ?? ''} ${request.url ?? ''} ${Buffer.concat(chunks).toString()}`);
  });
};

describe('the network of a world', () => {
  test('carries a request and its answer as bytes', async () => {
    const { world, ask } = open(echo);
    expect(await ask('/a?b=1', '一')).toBe('201 POST /a?b=1 一');
    world.close();
  });

  test('has every byte of an answer in the digest of the world', async () => {
    const digestOf = async (text: string): Promise<string> => {
      const { world, ask } = open((_request, response) => void response.end(text));
      await ask('/');
      world.close();
      return world.digest();
    };
    expect(await digestOf('one')).toBe(await digestOf('one'));
    expect(await digestOf('one')).not.toBe(await digestOf('two'));
  });

  test('tells the client of a connection that the server broke off', async () => {
    const { world, ask } = open((_request, response) => void response.destroy());
    await expect(ask('/')).rejects.toMatchObject({ code: 'ECONNRESET' });
    world.close();
  });

  test('tells the client after its patience that there is no answer', async () => {
    const { world, ask } = open(() => undefined);
    expect(await ask('/', '', { timeout: 1500 })).toBe('timeout');
    expect(world.now()).toBe(1500);
    world.close();
  });

  test('refuses a connection where nobody listens, or listens no more', async () => {
    const { world, listening, ask } = open(echo);
    listening.close();
    await expect(ask('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    world.close();
  });

  test('brings nothing to a client that has ended', async () => {
    let served = 0;
    const { world, client, ask } = open((_request, response) => {
      served += 1;
      client.end('killed');
      response.end('too late');
    });
    await expect(ask('/')).rejects.toThrow('stands still');
    expect(served).toBe(1);
    world.close();
  });
});
