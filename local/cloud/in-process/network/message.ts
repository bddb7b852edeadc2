import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';

/** Header fields as Node shows them: lower-case names, several values joined or in a list. */
export type Headers = Record<string, string | string[] | undefined>;

/** A request as bytes on the way. */
export interface Request {
  method: string;
  /** Path and query. */
  path: string;
  headers: Headers;
  body: Buffer;
}

/** An answer as bytes on the way. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Buffer;
}

/** The end of a connection: there is no other in a simulation, but programs look at it. */
export class Connection extends EventEmitter {
  readonly remoteAddress = '127.0.0.1';
  readonly remoteFamily = 'IPv4';
  readonly encrypted = false;
  connecting = true;
  destroyed = false;
  readonly #onDestroy: (error: Error | undefined) => void;

  constructor(onDestroy: (error: Error | undefined) => void) {
    super();
    this.#onDestroy = onDestroy;
  }

  destroy(error?: Error): this {
    if (!this.destroyed) {
      this.destroyed = true;
      this.#onDestroy(error);
    }
    return this;
  }

  resetAndDestroy(): this {
    return this.destroy();
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  setTimeout(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

/** What node:http calls an incoming message: a request at the server, an answer at the client. */
export class IncomingMessage extends Readable {
  readonly httpVersion = '1.1';
  readonly httpVersionMajor = 1;
  readonly httpVersionMinor = 1;
  readonly complete = true;
  readonly trailers = {};
  readonly headers: Headers;
  readonly socket: Connection;
  readonly connection: Connection;
  method: string | undefined;
  url: string | undefined;
  statusCode: number | undefined;
  statusMessage: string | undefined;

  constructor(headers: Headers, body: Buffer, socket: Connection) {
    super({ read: () => undefined });
    this.headers = headers;
    this.socket = socket;
    this.connection = socket;
    if (body.length > 0) this.push(body);
    this.push(null);
  }

  get rawHeaders(): string[] {
    return Object.entries(this.headers).flatMap(([name, value]) =>
      [value ?? []].flat().flatMap((one) => [name, one]),
    );
  }

  get aborted(): boolean {
    return this.destroyed && !this.readableEnded;
  }

  setTimeout(): this {
    return this;
  }
}
