import { randomUUID } from 'node:crypto';
import type { Caller, CallerTokens } from '../identity/caller';
import type { Catalog, DeployedFunction } from './catalog';
import { eventEnvironment, processEnvironment, type Surroundings } from './environment';
import { executionFailed, functionNotFound, resultTooLarge, tooManyCalls, type Failure } from './failure';
import { describeEnding } from './ending';
import type { Ending, Limits } from './function-process';
import { addOutput, InvocationLog, type InvocationRecord, type LogFilter } from './invocation-log';
import { limitsOf, PLATFORM_DEFAULTS, type FunctionSettings } from './limits';
import { PoolExhausted, ProcessPool } from './process-pool';
import { processRuntime } from './process-runtime';
import type { FunctionInstance, FunctionRuntime } from './runtime';

/** A call of a function, by whomever. */
export interface Invocation {
  name: string;
  /** The event as the function gets it. */
  event: unknown;
  openid?: string;
  source: string;
  /** Functions between the user and this call. */
  depth?: number;
  /** A timer's call: the SDK then reads the trigger's token. */
  trigger?: boolean;
  /** Largest result in bytes; the client's limit where absent. */
  maxResultBytes?: number;
}

export type InvocationResult = { requestId: string } & (
  { ok: true; json: string } | { ok: false; failure: Failure }
);

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
  /** Where the functions run; in child processes where absent. */
  runtime?: FunctionRuntime;
  /** Shown the output of functions where somebody wants to read it. */
  echo?: (name: string, text: string) => void;
}

/** Largest answer to a client: WeChat error -604001. */
export const CLIENT_RESULT_BYTES = 1024 * 1024;
/** Largest answer to a calling function: limit of the underlying function service. */
export const NESTED_RESULT_BYTES = 6 * 1024 * 1024;
const MAX_DEPTH = 16;
const CLOSE_GRACE_MS = 2000;

/** Runs functions in processes of their own; no function code runs in this process. */
export class FunctionHost {
  readonly #options: HostOptions;
  readonly #pool: ProcessPool;
  readonly #runtime: FunctionRuntime;
  readonly #log = new InvocationLog();
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
    const { catalog, clock, intercept } = this.#options;
    const { name, source, depth = 0 } = invocation;
    const requestId = randomUUID();
    const record = this.#log.open({ requestId, name, source, startedAt: clock.now() });
    const startedAt = performance.now();
    const deployed = catalog.find(name);
    const result =
      deployed === undefined
        ? functionNotFound(name)
        : depth > MAX_DEPTH
          ? tooManyCalls(`functions call each other more than ${MAX_DEPTH} deep`)
          : (intercept(name) ?? (await this.#run(deployed, invocation, record)));
    record.durationMs = performance.now() - startedAt;
    if (typeof result === 'string') return { ok: true, requestId, json: result };
    record.failure = result;
    return { ok: false, requestId, failure: result };
  }

  async #run(
    deployed: DeployedFunction,
    invocation: Invocation,
    record: InvocationRecord,
  ): Promise<string | Failure> {
    let process: FunctionInstance;
    try {
      process = await this.#pool.acquire(deployed.name, (invocation.depth ?? 0) > 0);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return error instanceof PoolExhausted ? tooManyCalls(message) : executionFailed(message);
    }
    const limits = limitsOf(this.#options.settings, deployed.name);
    const startedAt = performance.now();
    this.#instances.set(record.requestId, process);
    const ending = await this.#runIn(process, { deployed, invocation, record, limits });
    this.#instances.delete(record.requestId);
    this.#pool.release(process);
    if (ending.type === 'failure') addOutput(record, 'stderr', ending.stack);
    if (ending.type !== 'result') return describeEnding(ending, limits, performance.now() - startedAt);
    const bytes = Buffer.byteLength(ending.json);
    return bytes > (invocation.maxResultBytes ?? CLIENT_RESULT_BYTES) ? resultTooLarge(bytes) : ending.json;
  }

  #runIn(
    process: FunctionInstance,
    run: { deployed: DeployedFunction; invocation: Invocation; record: InvocationRecord; limits: Limits },
  ): Promise<Ending> {
    const { appid, callers, variables, settings, clock, surroundings, echo } = this.#options;
    const { deployed, invocation, record, limits } = run;
    const { name } = deployed;
    process.skewMs ??= this.#options.skewOf?.(name) ?? 0;
    const caller: Caller = {
      functionName: name,
      requestId: record.requestId,
      appid,
      source: invocation.source,
      depth: invocation.depth ?? 0,
      ...(invocation.openid === undefined ? {} : { openid: invocation.openid }),
    };
    const environment = {
      ...variables,
      ...settings.functions?.[name]?.variables,
      ...eventEnvironment(caller, callers.issue(caller), invocation.trigger ?? false),
    };
    const context = {
      request_id: record.requestId,
      function_name: name,
      function_version: '$LATEST',
      memory_limit_in_mb: limits.memoryMegabytes,
      time_limit_in_ms: limits.timeoutMs,
      namespace: surroundings.envId,
    };
    return process.run(
      {
        type: 'event',
        requestId: record.requestId,
        module: deployed.module,
        event: JSON.stringify(invocation.event ?? {}),
        context,
        environment,
        clockOffset: clock.offset() + process.skewMs,
      },
      limits,
      (stream, text) => {
        addOutput(record, stream, text);
        echo?.(name, text);
      },
    );
  }
}
