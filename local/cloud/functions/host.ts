import { randomUUID } from 'node:crypto';
import type { CallerTokens } from '../identity/caller';
import { PAYLOAD_LIMITS } from '../quota/payload-limits';
import type { Catalog, DeployedFunction } from './catalog';
import { describeEnding } from './ending';
import { processEnvironment, type Surroundings } from './environment';
import { eventMessage, eventText } from './event-message';
import {
  eventTooLarge,
  executionFailed,
  functionNotFound,
  invalidCall,
  tooManyCalls,
  type Failure,
} from './failure';
import type { Ending, Limits } from './function-process';
import { InstanceBook } from './instance-book';
import type { Invocation, InvocationResult } from './invocation';
import {
  addOutput,
  adviseOnSize,
  beginning,
  InvocationLog,
  type InvocationListener,
  type InvocationRecord,
  type LogFilter,
} from './invocation-log';
import { limitsOf, PLATFORM_DEFAULTS, type FunctionSettings } from './limits';
import { PoolExhausted, ProcessPool } from './process-pool';
import { processRuntime } from './process-runtime';
import type { FunctionInstance, FunctionRuntime } from './runtime';

export type { Invocation, InvocationResult } from './invocation';

/** How many calls may run at a time is somebody else's to say. */
export interface FunctionGate {
  /** Lets a call in, or says why not. */
  enter(name: string): Failure | undefined;
  /** A call that was let in has ended. */
  leave(name: string): void;
}

export interface HostOptions {
  catalog: Catalog;
  surroundings: Surroundings;
  appid: string;
  callers: CallerTokens;
  settings: FunctionSettings;
  /** Variables of every function. */
  variables: Record<string, string>;
  clock: { now(): number; offset(): number };
  /** Asked before each run; a failure is answered in the function's place. */
  intercept: (name: string) => Failure | undefined;
  /** Asked once for each instance: how far its clock is ahead of the cloud's, in milliseconds. */
  skewOf?: (name: string) => number;
  /** Called after the functions' folder was read anew. */
  onReload: () => void;
  /** Asked before each run; every call is let in where absent. */
  gate?: FunctionGate;
  /** Where the functions run; in child processes where absent. */
  runtime?: FunctionRuntime;
  /** Shown the output of functions where somebody wants to read it. */
  echo?: (name: string, text: string) => void;
}

const MAX_DEPTH = 16;
const CLOSE_GRACE_MS = 2000;

/** Runs functions in processes of their own; no function code runs in this process. */
export class FunctionHost {
  readonly #options: HostOptions;
  readonly #pool: ProcessPool;
  readonly #runtime: FunctionRuntime;
  readonly #log = new InvocationLog();
  readonly #book = new InstanceBook();
  readonly #running = new Set<Promise<unknown>>();
  readonly #instances = new Map<string, FunctionInstance>();

  constructor(options: HostOptions) {
    this.#options = options;
    const { surroundings, settings, clock } = options;
    const runtime = options.runtime ?? processRuntime(surroundings.root);
    this.#runtime = runtime;
    this.#pool = new ProcessPool({
      prewarmed: settings.prewarmed ?? PLATFORM_DEFAULTS.prewarmed,
      maximum: settings.maximum ?? PLATFORM_DEFAULTS.maximum,
      idleMs: settings.idleMs ?? PLATFORM_DEFAULTS.idleMs,
      start: () =>
        runtime.start({
          environment: processEnvironment(surroundings),
          heapMegabytes: limitsOf(settings).heapMegabytes,
          clockOffset: clock.offset(),
        }),
    });
  }

  /** Process ids of the function processes. */
  get pids(): number[] {
    return this.#pool.pids;
  }

  /** Runs a function to its end. Every way it can end is an answer; nothing is thrown. */
  invoke(invocation: Invocation): Promise<InvocationResult> {
    const running = this.#invoke(invocation);
    this.#running.add(running);
    const forget = (): void => void this.#running.delete(running);
    running.then(forget, forget);
    return running;
  }

  /** The last runs and what they printed, oldest first. */
  logs(filter?: LogFilter): InvocationRecord[] {
    return this.#log.list(filter);
  }

  /** Hears of each run when it begins and when it has ended; answers how to stop. */
  onInvocation(listener: InvocationListener): () => void {
    return this.#log.listen(listener);
  }

  /** Counts a database operation under the run that asked for it. */
  countOperation(requestId: string, action: string, body: Record<string, unknown>): void {
    this.#log.count(requestId, action, body);
  }

  /** Reads the functions' folder anew and lets the old code go after its current events. */
  reload(name?: string): void {
    this.#options.catalog.reload();
    this.#pool.retire(name);
    this.#options.onReload();
  }

  /** Tells the running functions that the virtual clock moved. */
  clockMoved(offset: number): void {
    this.#pool.forEach((process) => process.tell({ type: 'clock', offset: offset + (process.skewMs ?? 0) }));
  }

  /** Kills the instance that serves this request, between two of its steps. */
  crash(requestId: string): void {
    this.#instances.get(requestId)?.kill();
  }

  /** Waits a moment for running events, then ends all processes. */
  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise((resolve) => {
      timer = setTimeout(resolve, CLOSE_GRACE_MS);
    });
    await Promise.race([Promise.allSettled(this.#running), grace]);
    clearTimeout(timer);
    await this.#pool.close();
    await this.#runtime.close();
  }

  async #invoke(invocation: Invocation): Promise<InvocationResult> {
    const { name, source, parent, requestId = randomUUID() } = invocation;
    const event = eventText(invocation);
    const startedAt = this.#options.clock.now();
    const eventBytes = Buffer.byteLength(event ?? '');
    const start = { requestId, parent, name, source, startedAt, eventBytes };
    const record = this.#log.open({ ...start, event: beginning(event ?? '') });
    const since = performance.now();
    const deployed = this.#options.catalog.find(name);
    const result =
      deployed === undefined
        ? functionNotFound(name)
        : event === undefined
          ? invalidCall('the event cannot be written as JSON')
          : await this.#admit(deployed, { invocation, record, event });
    const failure = typeof result === 'string' ? undefined : result;
    this.#log.close(record, performance.now() - since, failure);
    if (failure !== undefined) return { ok: false, requestId, failure };
    return { ok: true, requestId, json: result as string };
  }

  async #admit(deployed: DeployedFunction, call: Call): Promise<string | Failure> {
    const { gate, intercept } = this.#options;
    const { name, depth = 0 } = call.invocation;
    const { eventBytes } = call.record;
    if (depth > MAX_DEPTH) return tooManyCalls(`functions call each other more than ${MAX_DEPTH} deep`);
    if (eventBytes > PAYLOAD_LIMITS.event) return eventTooLarge(eventBytes, PAYLOAD_LIMITS.event);
    adviseOnSize(call.record);
    const refused = intercept(name) ?? gate?.enter(name);
    if (refused !== undefined) return refused;
    try {
      return await this.#run(deployed, call);
    } finally {
      gate?.leave(name);
    }
  }

  async #run(deployed: DeployedFunction, call: Call): Promise<string | Failure> {
    const { invocation, record } = call;
    const asked = performance.now();
    let instance: FunctionInstance;
    try {
      instance = await this.#pool.acquire(deployed.name, (invocation.depth ?? 0) > 0);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return error instanceof PoolExhausted ? tooManyCalls(message) : executionFailed(message);
    }
    const startedAt = performance.now();
    record.waitedMs = startedAt - asked;
    this.#instances.set(record.requestId, instance);
    const { ending, limits } = await this.#runIn(instance, deployed, call);
    this.#instances.delete(record.requestId);
    record.peakMemoryBytes = instance.peakBytes;
    this.#pool.release(instance);
    if (ending.type === 'failure') record.lines.push({ stream: 'stderr', text: ending.stack });
    if (ending.type === 'oversize') record.resultBytes = ending.bytes;
    if (ending.type !== 'result') return describeEnding(ending, limits, performance.now() - startedAt);
    record.resultBytes = Buffer.byteLength(ending.json);
    record.result = beginning(ending.json);
    return ending.json;
  }

  async #runIn(
    instance: FunctionInstance,
    deployed: DeployedFunction,
    { invocation, record, event }: Call,
  ): Promise<{ ending: Ending; limits: Limits & { maxResultBytes: number } }> {
    const { settings, clock, echo, skewOf } = this.#options;
    const { name } = deployed;
    const { requestId } = record;
    const { id, start } = this.#book.begin(instance);
    record.instance = id;
    record.start = start;
    instance.skewMs ??= skewOf?.(name) ?? 0;
    const limits = limitsOf(settings, name);
    const clockOffset = clock.offset() + instance.skewMs;
    const parts = { deployed, invocation, requestId, event, limits, clockOffset };
    const message = eventMessage(parts, this.#options);
    const ending = await instance.run(message, limits, (stream, text) => {
      addOutput(record, stream, text);
      echo?.(name, text);
    });
    return { ending, limits: { ...limits, maxResultBytes: message.maxResultBytes } };
  }
}

/** A call on its way to an instance. */
interface Call {
  invocation: Invocation;
  record: InvocationRecord;
  /** The event as JSON text. */
  event: string;
}
