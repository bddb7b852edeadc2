import { spawn, type ChildProcess } from 'node:child_process';
import type { ChildMessage, EventMessage, EventOutcome, HostMessage, ProcessSettings } from './messages';
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
  lastUsed = Date.now();
  readonly #child: ChildProcess;
  #end: ((ending: Ending) => void) | undefined;
  #output: OutputListener | undefined;

  constructor(plan: ProcessPlan) {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${plan.heapMegabytes}`, plan.program, JSON.stringify(plan.settings)],
      { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: plan.environment, cwd: plan.directory },
    );
    this.#child = child;
    this.pid = child.pid ?? 0;
    let becameReady: () => void = () => undefined;
    let failed: (error: Error) => void = () => undefined;
    this.ready = new Promise((resolve, reject) => {
      becameReady = resolve;
      failed = reject;
    });
    this.ready.catch(() => undefined);
    child.on('message', (message: ChildMessage) => {
      if (message.type === 'ready') becameReady();
      else if (message.type === 'output') this.#output?.(message.stream, message.text);
      else this.#finish(message);
    });
    child.stdout?.on('data', (data: Buffer) => this.#output?.('stdout', data.toString('utf8')));
    child.stderr?.on('data', (data: Buffer) => this.#output?.('stderr', data.toString('utf8')));
    this.exited = new Promise((resolve) => {
      const gone = (): void => {
        this.alive = false;
        failed(new Error('the function process ended while it started'));
        this.#finish({ type: 'exit' });
        resolve();
      };
      child.on('exit', gone);
      child.on('error', gone);
    });
  }

  /** Runs one event. The process is ended where it exceeds its time or memory: work stays half done. */
  async run(message: EventMessage, limits: Limits, output: OutputListener): Promise<Ending> {
    this.#output = output;
    const ending = new Promise<Ending>((resolve) => {
      this.#end = resolve;
    });
    const timer = setTimeout(() => this.#abort({ type: 'timeout' }), limits.timeoutMs);
    const limit = limits.memoryMegabytes * 1024 * 1024;
    const poll = setInterval(() => {
      if ((residentBytes(this.pid) ?? 0) > limit) this.#abort({ type: 'memory' });
    }, MEMORY_POLL_MS);
    this.tell(message);
    const result = await ending;
    clearTimeout(timer);
    clearInterval(poll);
    this.lastUsed = Date.now();
    if (result.type === 'failure' && result.fatal) this.kill();
    return result;
  }

  tell(message: HostMessage): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  kill(): void {
    this.retired = true;
    this.#child.kill('SIGKILL');
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
