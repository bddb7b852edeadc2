import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPreview, type Person, type Preview } from '../../../../local/preview/server/index';

/** A request that the stand-in for the local cloud received. */
export interface Asked {
  path: string;
  token: string;
  body: Record<string, unknown>;
}

export interface PartsServer {
  url: string;
  preview: Preview;
  asked: Asked[];
  /** Answers by path; a function gets the request. */
  answers: Record<string, unknown>;
  close(): Promise<void>;
}

const people: Person[] = [
  {
    id: 'wang',
    label: '王小明',
    openid: 'openid-wang',
    phoneNumber: '19900000001',
    note: '给自己挂号',
    details: { name: '王小明', identityNumber: '990001199001010011' },
  },
  {
    id: 'li',
    label: '李奶奶',
    openid: 'openid-li',
    phoneNumber: '19900000002',
    note: '用长辈模式',
    details: { name: '李秀英' },
  },
];

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** The preview on a server of its own, with a stand-in for the local cloud that remembers what it was asked. */
export async function startPartsServer(): Promise<PartsServer> {
  const preview = await createPreview({
    miniprogramDir: 'test/local/preview/components/fixtures/mini-program',
    people: () => people,
    title: '零件陈列',
  });
  const asked: Asked[] = [];
  const answers: Record<string, unknown> = {
    '/control/login': { token: 'token' },
    '/control/clock': { now: Date.now(), offset: 0 },
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (preview.handle(request, response, url)) return;
    void bodyOf(request).then((body) => {
      asked.push({ path: url.pathname, token: request.headers.authorization ?? '', body });
      const answer = answers[url.pathname];
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(
          typeof answer === 'function' ? (answer as (b: unknown) => unknown)(body) : (answer ?? {}),
        ),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    preview,
    asked,
    answers,
    async close() {
      await preview.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
