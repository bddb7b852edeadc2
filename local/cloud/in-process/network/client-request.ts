import type { Program, Turn } from '../program/program';
import { Connection, IncomingMessage, type Answer, type Headers } from './message';
import type { Network } from './network';
import { OutgoingMessage, type HeaderValue } from './outgoing';

/** What a request is asked for, after the forms in which node:http takes it were put into one. */
export interface RequestOptions {
  protocol?: string | null;
  host?: string | null;
  hostname?: string | null;
  port?: number | string | null;
  path?: string | null;
  method?: string;
  headers?: Record<string, HeaderValue | undefined> | null;
  auth?: string | null;
  timeout?: number;
}

/** A request of a program: sent as a whole when it has ended, answered as a whole. */
export class ClientRequest extends OutgoingMessage {
  readonly method: string;
  readonly path: string;
  readonly protocol: string;
  readonly host: string;
  readonly reusedSocket = false;
  readonly socket: Connection;
  readonly connection: Connection;
  aborted = false;
  readonly #program: Program;
  readonly #network: Network;
  readonly #port: number;
  #patience: Turn | undefined;

  constructor(program: Program, network: Network, options: RequestOptions) {
    super();
    this.#program = program;
    this.#network = network;
    this.method = (options.method ?? 'GET').toUpperCase();
    this.path = options.path ?? '/';
    this.protocol = options.protocol ?? 'http:';
    this.host = (options.hostname ?? options.host ?? 'localhost').replace(/:\d+$/, '');
    this.#port = Number(options.port ?? (this.protocol === 'https:' ? 443 : 80));
    for (const [name, value] of Object.entries(options.headers ?? {}))
      if (value !== undefined) this.setHeader(name, value);
    if (!this.hasHeader('host')) this.setHeader('host', `${this.host}:${this.#port}`);
    if (typeof options.auth === 'string' && !this.hasHeader('authorization'))
      this.setHeader('authorization', `Basic ${Buffer.from(options.auth).toString('base64')}`);
    const socket = new Connection((error) => this.destroy(error));
    this.socket = socket;
    this.connection = socket;
    this.on('close', () => this.#patience?.cancel());
    if (options.timeout !== undefined) this.setTimeout(options.timeout);
    process.nextTick(() => this.#connect());
  }

  /** Tells by the event `timeout` that no answer has come; the request itself goes on. */
  setTimeout(milliseconds: number, done?: () => void): this {
    if (done !== undefined) this.once('timeout', done);
    this.#patience?.cancel();
    this.#patience =
      milliseconds > 0 ? this.#program.after(milliseconds, () => this.emit('timeout')) : undefined;
    return this;
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    process.nextTick(() => this.emit('abort'));
    this.destroy();
  }

  setNoDelay(): void {
    this.socket.setNoDelay();
  }

  setSocketKeepAlive(): void {
    this.socket.setKeepAlive();
  }

  protected complete(headers: Headers, body: Buffer): void {
    const { method, path } = this;
    const request = { method, path, headers: { ...headers }, body };
    if (!this.#network.reaches(this.host, this.#port)) {
      this.#program.defer(() =>
        this.#fail('ECONNREFUSED', `connect ECONNREFUSED ${this.host}:${this.#port}`),
      );
      return;
    }
    this.#network.send(this.#program, this.#port, request, (answer) => {
      this.#patience?.cancel();
      if (answer === undefined) this.#fail('ECONNRESET', 'socket hang up');
      else this.#receive(answer);
    });
  }

  #connect(): void {
    if (this.destroyed || !this.#program.alive) return;
    this.emit('socket', this.socket);
    this.socket.connecting = false;
    this.socket.emit('connect');
  }

  #receive({ status, headers, body }: Answer): void {
    if (this.destroyed) return;
    const response = new IncomingMessage(
      headers,
      this.method === 'HEAD' ? Buffer.alloc(0) : body,
      this.socket,
    );
    response.statusCode = status;
    response.statusMessage = '';
    response.on('close', () => this.destroy());
    if (!this.emit('response', response)) response.resume();
  }

  #fail(code: string, message: string): void {
    this.destroy(Object.assign(new Error(message), { code }));
  }
}
