import { spawn, type ChildProcess } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { openLineChannel, type LineChannel } from './line-channel';
import {
  CHANNEL_DESCRIPTOR,
  readChildMessage,
  type EventMessage,
  type EventOutcome,
  type HostMessage,
  type ProcessSettings,
} from './messages';
import { OutOfHeap } from './out-of-heap';
import { MEMORY_POLL_MS, residentBytes } from './resident-memory';
import type { FunctionInstance } from './runtime';

/** How to start a function process. */
export interface ProcessPlan {
  program: string;
  settings: ProcessSettings;
  environment: Record<string, string>;
  heapMegabytes: number;
  directory: string;
}

export interface Limits {
  timeoutMs: number;
  memoryMegabytes: number;
}

/** How an event ended: by itself, or because the process was ended. */
export type Ending = EventOutcome | { type: 'timeout' } | { type: 'memory' } | { type: 'exit' };

export type OutputListener = (stream: 'stdout' | 'stderr', text: string) => void;

/** One child process: generic until its first event, then bound to that function for its life. */
export class FunctionProcess implements FunctionInstance {
  readonly pid: number;
  readonly ready: Promise<void>;
  readonly exited: Promise<void>;
  boundTo: string | undefined;
  /** To be ended instead of reused: its code was replaced, or it is broken. */
  retired = false;
  alive = true;
  /** Milliseconds by which its clock differs from the cloud's; decided with its first event. */
  skewMs: number | undefined;
  /** Largest resident memory that was seen during the last event. */
  peakBytes = 0;
  lastUsed = Date.now();
  readonly #child: ChildProcess;
  readonly #channel: LineChannel;
  readonly #outOfHeap = new OutOfHeap();
  #running = '';
  #end: ((ending: Ending) => void) | undefined;
  #output: OutputListener | undefined;
  #becameReady: () => void = () => undefined;

  constructor(plan: ProcessPlan) {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${plan.heapMegabytes}`, plan.program, JSON.stringify(plan.settings)],
      { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env: plan.environment, cwd: plan.directory },
    );
    this.#child = child;
    this.pid = child.pid ?? 0;
    let failed: (error: Error) => void = () => undefined;
    this.ready = new Promise((resolve, reject) => {
      this.#becameReady = resolve;
      failed = reject;
    });
    this.ready.catch(() => undefined);
    this.#channel = openLineChannel(child.stdio[CHANNEL_DESCRIPTOR] as Duplex, {
      onMessage: (message) => this.#hear(message),
      onClose: () => this.kill(),
    });
    child.stdout?.on('data', (data: Buffer) => this.#output?.('stdout', data.toString('utf8')));
    child.stderr?.on('data', (data: Buffer) => {
      this.#outOfHeap.read(data);
      this.#output?.('stderr', data.toString('utf8'));
    });
    this.exited = new Promise((resolve) => {
      const gone = (type: 'memory' | 'exit'): void => {
        this.alive = false;
        failed(new Error('the function process ended while it started'));
        this.#finish({ type });
        resolve();
      };
      child.on('exit', (_code, signal) => {
        // After an abort its last words say why: they may still be on the way.
        if (signal === 'SIGABRT') child.once('close', () => gone(this.#outOfHeap.seen ? 'memory' : 'exit'));
        else gone('exit');
      });
      child.on('error', () => gone('exit'));
    });
  }

  /** Runs one event. The process is ended where it exceeds its time or memory: work stays half done. */
  async run(message: EventMessage, limits: Limits, output: OutputListener): Promise<Ending> {
    this.#output = output;
    this.#running = message.requestId;
    this.peakBytes = 0;
    const ending = new Promise<Ending>((resolve) => {
      this.#end = resolve;
    });
    const timer = setTimeout(() => this.#abort({ type: 'timeout' }), limits.timeoutMs);
    const limit = limits.memoryMegabytes * 1024 * 1024;
    const poll = setInterval(() => {
      if (this.#measure() > limit) this.#abort({ type: 'memory' });
    }, MEMORY_POLL_MS);
    this.tell(message);
    const result = await ending;
    clearTimeout(timer);
    clearInterval(poll);
    this.#measure();
    this.lastUsed = Date.now();
    if (result.type === 'failure' && result.fatal) this.kill();
    return result;
  }

  tell(message: HostMessage): void {
    this.#channel.send(message);
  }

  kill(): void {
    this.retired = true;
    this.#child.kill('SIGKILL');
  }

  #hear(received: unknown): void {
    const message = readChildMessage(received);
    if (message?.type === 'ready') this.#becameReady();
    else if (message?.type === 'output') this.#output?.(message.stream, message.text);
    // What an earlier event left behind may end this process, not speak for its present event.
    else if (message?.requestId === this.#running) this.#finish(message);
  }

  #measure(): number {
    const bytes = residentBytes(this.pid) ?? 0;
    this.peakBytes = Math.max(this.peakBytes, bytes);
    return bytes;
  }

  #abort(ending: Ending): void {
    this.kill();
    this.#finish(ending);
  }

  #finish(ending: Ending): void {
    if (ending.type === 'exit' || ending.type === 'timeout' || ending.type === 'memory') this.retired = true;
    const end = this.#end;
    this.#end = undefined;
    end?.(ending);
  }
}
