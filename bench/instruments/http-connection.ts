import { connect, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

interface Pending {
  resolve(body: string): void;
  reject(error: Error): void;
}

/**
 * One kept socket that carries one JSON request at a time. Node's own HTTP client costs more than the servers under
 * test; this one knows only what they answer: HTTP/1.1 with a content-length.
 */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #host: string;
  #received: Buffer = Buffer.alloc(0);
  #pending: Pending | null = null;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('the server closed the connection')));
  }

  static open(url: string): Promise<HttpConnection> {
    const { hostname, port, host } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new HttpConnection(socket, host));
      });
    });
  }

  /** A server may close a socket that rested while the other sides had their turn. */
  get isClosed(): boolean {
    return this.#socket.destroyed || this.#socket.readyState !== 'open';
  }

  /** Posts JSON under this `authorization`; answers the body. */
  post(path: string, authorization: string, json: string): Promise<string> {
    if (this.#pending) throw new Error('A connection carries one request at a time');
    if (this.isClosed) throw new Error('The connection is closed');
    const head =
      `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\nauthorization: ${authorization}\r\n` +
      `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n\r\n`;
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject };
      this.#socket.write(head + json);
    });
  }

  close(): void {
    this.#socket.removeAllListeners('close');
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headEnd = this.#received.indexOf(HEAD_END);
    if (headEnd === -1) return;
    const head = this.#received.toString('latin1', 0, headEnd);
    const length = /^content-length: *(\d+)/im.exec(head)?.[1];
    if (length === undefined) {
      this.#fail(new Error('the answer has no content-length'));
      return;
    }
    const from = headEnd + HEAD_END.length;
    const to = from + Number(length);
    if (this.#received.length < to) return;
    const body = this.#received.toString('utf8', from, to);
    this.#received = this.#received.subarray(to);
    const pending = this.#pending;
    this.#pending = null;
    pending?.resolve(body);
  }

  #fail(error: Error): void {
    const pending = this.#pending;
    this.#pending = null;
    pending?.reject(error);
  }
}
