import { EventEmitter } from 'node:events';
import type { Program } from '../program/program';
import { Connection, IncomingMessage, type Answer, type Headers, type Request } from './message';
import type { Network } from './network';
import { OutgoingMessage, type HeaderValue } from './outgoing';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;
type HeaderFields = Record<string, HeaderValue | undefined>;

/** What a server answers: once complete, it goes back as a whole; cut off, the client is told so. */
export class ServerResponse extends OutgoingMessage {
  statusCode = 200;
  statusMessage = '';
  readonly socket: Connection;
  readonly connection: Connection;
  #answer: ((answer: Answer | undefined) => void) | undefined;

  constructor(answer: (answer: Answer | undefined) => void, socket: Connection) {
    super();
    this.#answer = answer;
    this.socket = socket;
    this.connection = socket;
    this.on('close', () => this.#reply(undefined));
  }

  writeHead(status: number, ...rest: (string | HeaderFields)[]): this {
    this.statusCode = status;
    for (const fields of rest) {
      if (typeof fields === 'string') continue;
      for (const [name, value] of Object.entries(fields))
        if (value !== undefined) this.setHeader(name, value);
    }
    this.headersSent = true;
    return this;
  }

  setTimeout(): this {
    return this;
  }

  protected complete(headers: Headers, body: Buffer): void {
    this.#reply({ status: this.statusCode, headers, body });
    process.nextTick(() => this.destroy());
  }

  #reply(answer: Answer | undefined): void {
    const send = this.#answer;
    this.#answer = undefined;
    send?.(answer);
  }
}

/** A server of one program: it listens in the network of its world only. */
export class Server extends EventEmitter {
  keepAliveTimeout = 5000;
  headersTimeout = 60_000;
  requestTimeout = 300_000;
  timeout = 0;
  listening = false;
  readonly #program: Program;
  readonly #network: Network;
  #port = 0;

  constructor(program: Program, network: Network, listener?: Listener) {
    super();
    this.#program = program;
    this.#network = network;
    if (listener !== undefined) this.on('request', listener);
  }

  listen(port: number, ...rest: unknown[]): this {
    const done = rest.find((one) => typeof one === 'function');
    if (done !== undefined) this.once('listening', done as () => void);
    this.#port = this.#network.open(port, {
      program: this.#program,
      serve: (request, answer) => this.#serve(request, answer),
    });
    this.listening = true;
    process.nextTick(() => this.emit('listening'));
    return this;
  }

  address(): object {
    return { address: '127.0.0.1', family: 'IPv4', port: this.#port };
  }

  close(done?: () => void): this {
    if (done !== undefined) this.once('close', done);
    this.#network.close(this.#port);
    this.listening = false;
    process.nextTick(() => this.emit('close'));
    return this;
  }

  closeAllConnections(): void {
    this.closeIdleConnections();
  }

  // Connections do not outlive their request here.
  closeIdleConnections(): void {
    this.listening = this.listening && this.#port !== 0;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  setTimeout(): this {
    return this;
  }

  #serve({ method, path, headers, body }: Request, answer: (answer: Answer | undefined) => void): void {
    const socket = new Connection((error) => {
      request.destroy(error);
      response.destroy(error);
    });
    socket.connecting = false;
    const request = new IncomingMessage(headers, body, socket);
    request.method = method;
    request.url = path;
    const response = new ServerResponse(answer, socket);
    // A body that nobody reads, or a connection that was cut, is no error of the program.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    this.emit('request', request, response);
  }
}
