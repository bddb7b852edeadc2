import { Writable } from 'node:stream';
import type { Headers } from './message';

export type HeaderValue = string | number | readonly string[];

/** Header fields that are being put together, and the body behind them. */
export abstract class OutgoingMessage extends Writable {
  sendDate = false;
  headersSent = false;
  readonly #headers: Headers = {};
  readonly #chunks: Buffer[] = [];

  constructor() {
    super({
      // A body is sent when it is complete: there is nothing to hold back.
      highWaterMark: Number.MAX_SAFE_INTEGER,
      // It ends with its connection, not with its last byte.
      autoDestroy: false,
      write: (chunk: Buffer, _encoding, done) => {
        this.headersSent = true;
        this.#chunks.push(chunk);
        done();
      },
      final: (done) => {
        this.headersSent = true;
        this.complete(this.#headers, Buffer.concat(this.#chunks));
        done();
      },
    });
  }

  get finished(): boolean {
    return this.writableEnded;
  }

  setHeader(name: string, value: HeaderValue): this {
    this.#headers[name.toLowerCase()] = Array.isArray(value) ? value.map(String) : String(value);
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    return this.#headers[name.toLowerCase()];
  }

  hasHeader(name: string): boolean {
    return Object.hasOwn(this.#headers, name.toLowerCase());
  }

  removeHeader(name: string): void {
    Reflect.deleteProperty(this.#headers, name.toLowerCase());
  }

  getHeaders(): Headers {
    return { ...this.#headers };
  }

  getHeaderNames(): string[] {
    return Object.keys(this.#headers);
  }

  flushHeaders(): void {
    this.headersSent = true;
  }

  /** Sends what is complete. */
  protected abstract complete(headers: Headers, body: Buffer): void;
}
