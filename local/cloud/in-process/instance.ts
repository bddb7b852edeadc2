import { eventVariables } from '../functions/child/event-variables';
import { describe, runEvent } from '../functions/child/run-event';
import type { Ending, Limits, OutputListener } from '../functions/function-process';
import type { EventMessage, HostMessage } from '../functions/messages';
import type { FunctionInstance, InstancePlan } from '../functions/runtime';
import type { Loader } from './modules/loader';
import type { Output } from './program/process';
import type { Program, Turn } from './program/program';

/** What an instance is made with. */
export interface InstanceParts {
  plan: InstancePlan;
  /** The cloud that gives it events and takes their results. */
  cloud: Program;
  /** Milliseconds by which its clock is ahead of the cloud's. */
  skew: number;
  /** Makes its process; `onEnd` hears of its end. */
  start: (onEnd: (reason: unknown) => void) => Program;
  /** Makes what loads its modules, with its first event. */
  load: (program: Program, env: Record<string, string>, output: Output) => Loader;
}

/** An instance of a function as a program of the world. */
export class SimulatedInstance implements FunctionInstance {
  readonly pid: number;
  readonly ready = Promise.resolve();
  readonly exited: Promise<void>;
  boundTo: string | undefined;
  retired = false;
  skewMs: number | undefined;
  lastUsed: number;
  readonly #parts: InstanceParts;
  readonly #program: Program;
  readonly #env: Record<string, string>;
  readonly #setVariables: (variables: Record<string, string>) => void;
  #loader: Loader | undefined;
  #output: OutputListener = () => undefined;
  #requestId = '';
  #finish: ((ending: Ending) => void) | undefined;
  #exit: () => void = () => undefined;

  constructor(parts: InstanceParts) {
    this.#parts = parts;
    const { plan, start, cloud } = parts;
    this.#env = { ...plan.environment };
    this.#setVariables = eventVariables(this.#env);
    this.exited = new Promise((resolve) => {
      this.#exit = resolve;
    });
    this.#program = start((reason) => this.#ended(reason));
    this.pid = this.#program.pid;
    this.lastUsed = cloud.now();
  }

  get alive(): boolean {
    return this.#program.alive;
  }

  get busy(): boolean {
    return this.#finish !== undefined;
  }

  run(message: EventMessage, limits: Limits, output: OutputListener): Promise<Ending> {
    const { cloud } = this.#parts;
    this.#output = output;
    this.#requestId = message.requestId;
    return new Promise((resolve) => {
      const timer: Turn = cloud.after(limits.timeoutMs, () => this.#abort({ type: 'timeout' }));
      this.#finish = (ending) => {
        this.#finish = undefined;
        timer.cancel();
        this.lastUsed = cloud.now();
        resolve(ending);
      };
      const label = `event for ${this.#program.name}`;
      if (this.alive) cloud.send({ label, actor: this.#program, act: () => this.#serve(message) });
    });
  }

  tell(message: HostMessage): void {
    if (message.type === 'clock') this.#program.offset = message.offset + this.#parts.skew;
  }

  kill(): void {
    this.retired = true;
    this.#program.end('killed');
  }

  readonly #print: Output = (stream, text) => {
    if (this.#program.alive && this.busy) this.#output(stream, text);
  };

  #serve(message: EventMessage): void {
    const program = this.#program;
    program.offset = message.clockOffset + this.#parts.skew;
    this.#setVariables(message.environment);
    this.#loader ??= this.#parts.load(program, this.#env, this.#print);
    const loader = this.#loader;
    void runEvent(message, (path) => loader.load(path)).then((outcome) => {
      const label = `result of ${program.name}`;
      program.send({ label, actor: this.#parts.cloud, act: () => this.#finish?.(outcome) });
    });
  }

  #abort(ending: Ending): void {
    const finish = this.#finish;
    this.#finish = undefined;
    this.kill();
    finish?.(ending);
  }

  // An exit or a kill is an end without a word; an error that nobody caught is told first.
  #ended(reason: unknown): void {
    this.retired = true;
    const requestId = this.#requestId;
    const quiet = reason === 'killed' || typeof reason === 'number';
    const ending: Ending = quiet
      ? { type: 'exit' }
      : { type: 'failure', requestId, fatal: true, ...describe(reason) };
    this.#parts.cloud.send({
      label: `end of ${this.#program.name}`,
      actor: this.#parts.cloud,
      act: () => {
        this.#finish?.(ending);
        this.#exit();
      },
    });
  }
}
