import { randomUUID } from 'node:crypto';
import { createAlarm, warn, type Alarm } from '../clock/alarm';
import type { Clock } from '../clock/clock';
import type { Failure } from '../functions/failure';
import type { Invocation, InvocationResult } from '../functions/invocation';
import type { RecordStore } from '../record-store';

/** A call of a function that is to be made later. */
export interface DelayedTask {
  id: string;
  functionName: string;
  /** The event as JSON text. */
  data: string;
  /** The function that asked for it. */
  createdBy: string;
  /** Virtual time, epoch ms. */
  createdAt: number;
  dueAt: number;
}

/** A task as the console shows it: waiting and running ones, and the last ones that ended. */
export interface DelayedTaskInfo extends DelayedTask {
  state: 'waiting' | 'running' | 'done';
  /** The run that ended it, with why it failed where it did. */
  requestId?: string;
  failure?: Failure;
}

export interface DelayedTasksOptions {
  clock: Clock;
  store: RecordStore;
  invoke: (invocation: Invocation) => Promise<InvocationResult>;
}

const KIND = 'delayed-task';
const ENDED_KEPT = 100;

/** How such a call came in. WeChat's documents name no source for it: it is asked for through its HTTP API. [MEM] */
export const DELAYED_TASK_SOURCE = 'wx_http';

/**
 * Calls that were asked for with a delay. A task is kept before it is accepted and forgotten after its run has ended,
 * well or badly: a cloud that is stopped meanwhile runs it again. Time is the virtual clock's.
 */
export class DelayedTasks {
  readonly #options: DelayedTasksOptions;
  readonly #tasks = new Map<string, DelayedTask>();
  readonly #running = new Map<string, Promise<InvocationResult>>();
  readonly #ended: DelayedTaskInfo[] = [];
  readonly #alarm: Alarm;
  #state: 'held' | 'started' | 'closed' = 'held';

  constructor(options: DelayedTasksOptions) {
    this.#options = options;
    for (const { id, value } of options.store.list(KIND)) this.#tasks.set(id, value as DelayedTask);
    const { clock } = options;
    this.#alarm = createAlarm({ clock, next: () => this.#next(), ring: () => this.#ring() });
  }

  /** From now on what is due runs; what became due before runs at once. */
  start(): void {
    this.#state = 'started';
    this.#alarm.look();
  }

  /** Keeps a task; resolves when it is safe from a crash. */
  async add(
    task: Pick<DelayedTask, 'functionName' | 'data' | 'createdBy'>,
    delayMs: number,
  ): Promise<string> {
    const id = randomUUID();
    const createdAt = this.#options.clock.now();
    const { functionName, data, createdBy } = task;
    const kept = { id, functionName, data, createdBy, createdAt, dueAt: createdAt + delayMs };
    await this.#options.store.put(KIND, id, kept);
    this.#tasks.set(id, kept);
    this.#alarm.look();
    return id;
  }

  /** Those that wait or run, next ones first, and then the last ones that ended. */
  list(): DelayedTaskInfo[] {
    const open = [...this.#tasks.values()].sort((a, b) => a.dueAt - b.dueAt);
    const state = (id: string): 'running' | 'waiting' => (this.#running.has(id) ? 'running' : 'waiting');
    return [...open.map((task) => ({ ...task, state: state(task.id) })), ...this.#ended];
  }

  /** Runs a waiting task now instead of later; waits for its end. */
  runNow(id: string): Promise<InvocationResult> {
    const task = this.#tasks.get(id);
    if (task === undefined) return Promise.reject(new Error(`no delayed task ${id} is waiting`));
    return this.#running.get(id) ?? this.#run(task);
  }

  /** Lets running tasks end and starts no more. */
  async close(): Promise<void> {
    this.#state = 'closed';
    await this.#alarm.stop();
    await Promise.allSettled(this.#running.values());
  }

  #waiting(): DelayedTask[] {
    return [...this.#tasks.values()].filter(({ id }) => !this.#running.has(id));
  }

  #next(): number | undefined {
    if (this.#state !== 'started') return undefined;
    const dues = this.#waiting().map(({ dueAt }) => dueAt);
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  #ring(): Promise<void> {
    const now = this.#options.clock.now();
    const due = this.#waiting().filter(({ dueAt }) => dueAt <= now);
    for (const task of due.sort((a, b) => a.dueAt - b.dueAt)) this.#run(task).catch(warn);
    return Promise.resolve();
  }

  #run(task: DelayedTask): Promise<InvocationResult> {
    const run = this.#invoke(task);
    this.#running.set(task.id, run);
    return run.finally(() => {
      this.#running.delete(task.id);
      this.#alarm.look();
    });
  }

  async #invoke(task: DelayedTask): Promise<InvocationResult> {
    const { store, invoke } = this.#options;
    const { id, functionName: name, data } = task;
    const result = await invoke({ name, event: JSON.parse(data) as unknown, source: DELAYED_TASK_SOURCE });
    // Ended by the shutdown, not by itself: it runs again at the next start.
    if (this.#state === 'closed' && !result.ok) return result;
    await store.delete(KIND, id);
    this.#tasks.delete(id);
    const { requestId } = result;
    const failure = result.ok ? {} : { failure: result.failure };
    this.#ended.unshift({ ...task, state: 'done', requestId, ...failure });
    this.#ended.splice(ENDED_KEPT);
    return result;
  }
}
