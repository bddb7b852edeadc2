import type { FunctionInstance } from './runtime';

export interface PoolOptions {
  /** Processes kept waiting that have not run any function yet. */
  prewarmed: number;
  /** Processes that serve calls from outside; nested calls may add more, up to four times as many. */
  maximum: number;
  /** An unused process is ended after this many real milliseconds. */
  idleMs: number;
  start: () => FunctionInstance;
}

interface Waiting {
  name: string;
  since: number;
  resolve(process: FunctionInstance): void;
  reject(error: Error): void;
}

/** A call waits at most this long behind calls of a function that happens to have a warm process. */
const PATIENCE_MS = 1000;
const NESTED_FACTOR = 4;
const MAX_WAITING = 5000;
const REAP_EVERY_MS = 10_000;

/** Thrown where no process can be had. */
export class PoolExhausted extends Error {}

/** Hands out function processes: warm ones first, then generic ones, then new ones. */
export class ProcessPool {
  readonly #options: PoolOptions;
  readonly #all = new Set<FunctionInstance>();
  readonly #idle: FunctionInstance[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #reaper: NodeJS.Timeout;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#reaper = setInterval(
      () => this.#reap(),
      Math.min(REAP_EVERY_MS, Math.max(options.idleMs, 100)),
    ).unref();
    this.#prewarm();
  }

  /** Process ids of all living processes. */
  get pids(): number[] {
    return [...this.#all].map(({ pid }) => pid);
  }

  forEach(act: (process: FunctionInstance) => void): void {
    this.#all.forEach(act);
  }

  /** A ready process bound to this function. A nested call never waits for the calls above it. */
  async acquire(name: string, nested: boolean): Promise<FunctionInstance> {
    if (this.#closed) throw new PoolExhausted('the cloud is shutting down');
    const process = this.#take(name) ?? this.#grow(name, nested) ?? (await this.#wait(name));
    try {
      await process.ready;
    } catch (error) {
      this.release(process);
      throw error;
    }
    return process;
  }

  /** Gives a process back; the longest waiting call gets it, or a new one in its place. */
  release(process: FunctionInstance): void {
    const next = this.#nextFor(process);
    if (process.retired || !process.alive || this.#closed) {
      this.#drop(process);
      next?.resolve(this.#start(next.name));
    } else if (next === undefined) {
      this.#idle.push(process);
    } else if (next.name === process.boundTo) {
      next.resolve(process);
    } else {
      this.#drop(process);
      next.resolve(this.#start(next.name));
    }
  }

  /** Retires the processes of one function, or of all: each ends after its current event. */
  retire(name?: string): void {
    for (const process of this.#all) {
      if (process.boundTo === undefined || (name !== undefined && process.boundTo !== name)) continue;
      process.retired = true;
    }
    for (const process of this.#idle.filter(({ retired }) => retired)) this.#drop(process);
    this.#prewarm();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#reaper);
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new PoolExhausted('the cloud stopped'));
    const processes = [...this.#all];
    for (const process of processes) process.kill();
    await Promise.all(processes.map(({ exited }) => exited));
  }

  #take(name: string): FunctionInstance | undefined {
    // The most recently used process is the warmest; the others may be reaped.
    const warm = this.#idle.filter(({ boundTo, alive }) => boundTo === name && alive).at(-1);
    const process = warm ?? this.#idle.find(({ boundTo, alive }) => boundTo === undefined && alive);
    if (process === undefined) return undefined;
    this.#idle.splice(this.#idle.indexOf(process), 1);
    if (process.boundTo === undefined) {
      process.boundTo = name;
      this.#prewarm();
    }
    return process;
  }

  #grow(name: string, nested: boolean): FunctionInstance | undefined {
    const limit = this.#options.maximum * (nested ? NESTED_FACTOR : 1);
    if (this.#all.size >= limit) {
      const oldest = this.#idle.shift();
      if (oldest === undefined) return undefined;
      this.#drop(oldest);
    }
    return this.#start(name);
  }

  #wait(name: string): Promise<FunctionInstance> {
    if (this.#waiting.length >= MAX_WAITING) throw new PoolExhausted('too many calls are waiting');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ name, since: Date.now(), resolve, reject });
    });
  }

  #nextFor(process: FunctionInstance): Waiting | undefined {
    const oldest = this.#waiting[0];
    if (oldest === undefined) return undefined;
    const patient = Date.now() - oldest.since < PATIENCE_MS;
    const same = patient ? this.#waiting.findIndex(({ name }) => name === process.boundTo) : -1;
    return this.#waiting.splice(Math.max(same, 0), 1)[0];
  }

  #start(name?: string): FunctionInstance {
    const process = this.#options.start();
    process.boundTo = name;
    this.#all.add(process);
    void process.exited.then(() => this.#forget(process));
    return process;
  }

  #prewarm(): void {
    if (this.#closed) return;
    const generic = this.#idle.filter(({ boundTo }) => boundTo === undefined).length;
    const room = this.#options.maximum - this.#all.size;
    for (let count = Math.min(this.#options.prewarmed - generic, room); count > 0; count -= 1)
      this.#idle.push(this.#start());
  }

  #reap(): void {
    const before = Date.now() - this.#options.idleMs;
    const old = this.#idle.filter(({ boundTo, lastUsed }) => boundTo !== undefined && lastUsed < before);
    for (const process of old) this.#drop(process);
  }

  #drop(process: FunctionInstance): void {
    this.#forget(process);
    process.kill();
  }

  #forget(process: FunctionInstance): void {
    this.#all.delete(process);
    const index = this.#idle.indexOf(process);
    if (index !== -1) this.#idle.splice(index, 1);
  }
}
