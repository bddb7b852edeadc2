import { spawn, type ChildProcess } from 'node:child_process';

interface Request {
  readonly id: number;
  readonly method: string;
  readonly argument: unknown;
}

interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** A script of the bench in a process of its own, asked by messages. */
export class ProcessLink {
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #last = 0;

  constructor(script: string) {
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // The contract is imported by its alias, which only this file explains.
      env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.base.json' },
    });
    this.#child = child;
    this.pid = child.pid ?? 0;
    child.on('message', (message) => this.#take(message as Reply));
    this.#ended = new Promise((resolve) => {
      child.once('exit', () => {
        for (const waiting of this.#waiting.values()) waiting.reject(new Error(`${script} ended`));
        resolve();
      });
    });
  }

  call<T>(method: string, argument: unknown = null): Promise<T> {
    this.#last += 1;
    const request: Request = { id: this.#last, method, argument };
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve: (value) => resolve(value as T), reject });
      this.#child.send(request, (error) => {
        if (error) reject(error);
      });
    });
  }

  /** Lets the process end by itself: it does when its channel closes. */
  async close(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    await this.#ended;
  }

  #take({ id, value, error }: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(new Error(error));
  }
}

export type Methods = Readonly<Record<string, (argument: never) => unknown>>;

/** The other end: serves the methods until the channel closes, then gives back everything and ends. */
export function serveLink(methods: Methods, close: () => Promise<void>): void {
  process.on('message', ({ id, method, argument }: Request) => {
    const run = (): unknown => methods[method]?.(argument as never);
    Promise.resolve()
      .then(run)
      .then(
        (value) => process.send?.({ id, value } satisfies Reply),
        (thrown: unknown) => process.send?.({ id, error: String(thrown) } satisfies Reply),
      );
  });
  // Ctrl-C reaches the whole terminal group; the bench decides when this process ends.
  process.on('SIGINT', () => undefined);
  process.once('disconnect', () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
