import type { ClientAnswer } from '../http/phone-routes';
import type { CloudOptions, LocalCloud, OuterCall } from '../options';
import type { Step } from './world/world';
import type { Answer, Headers } from './network/message';

/** What a simulation is made of. */
export interface SimulationOptions {
  /** The cloud, as `startCloud` takes it; it lives in memory and starts no process. */
  cloud: Omit<CloudOptions, 'dataDir' | 'port' | 'now' | 'functionRuntime'>;
  /** The same seed and the same calls give the same world, to the byte. */
  seed: number | string;
  /** Where the clock starts, epoch milliseconds. */
  now: number;
  /** Which of so many ready things happens next, from 0; drawn from the seed where absent. */
  order?: (ready: number) => number;
  /** Called before each thing that happens; it may kill an instance or set a fault. */
  onStep?: (step: Step) => void;
  /** Milliseconds by which a new instance's clock is ahead of the cloud's; the number counts instances. */
  clockSkew?: (instance: number) => number;
}

/** An instance of a function, as it is now. */
export interface InstanceInfo {
  pid: number;
  /** Absent before its first event. */
  functionName: string | undefined;
  /** Whether it is serving an event. */
  busy: boolean;
}

/** A request to the cloud's server from outside, such as a phone's. */
export interface OuterRequest {
  method?: string;
  /** Path and query. */
  path: string;
  headers?: Headers;
  body?: string | Uint8Array;
}

/** A whole cloud with its functions on a clock of its own, in this process. */
export interface Simulation {
  /**
   * The cloud itself: database, pay, timers, faults, messages and the rest. What is asked of it goes on
   * by itself as long as it needs no time; for what does, see `until`.
   */
  readonly cloud: LocalCloud;
  /** The world's clock, epoch milliseconds; the cloud's own may be moved against it. */
  now(): number;
  /** Calls a function in a user's name; time moves on as far as the answer needs it. */
  invoke(call: OuterCall): Promise<ClientAnswer>;
  /** Sends bytes to the cloud's server. */
  request(request: OuterRequest): Promise<Answer>;
  /** Waits for something of the cloud while the world goes on, e.g. `until(() => cloud.pay.choose(...))`. */
  until<T>(work: () => Promise<T>): Promise<T>;
  /** Moves time on; timers, callbacks and triggers that become due on the way run at their time. */
  advance(milliseconds: number): Promise<void>;
  /** Goes on until no event is being served and nothing is due now; later timers stay where they are. */
  runUntilQuiet(): Promise<void>;
  instances(): InstanceInfo[];
  /** Ends an instance between two of its steps, with its module state and all that is under way. */
  kill(pid: number): void;
  /** Ends all instances, or those of one function: the next event starts cold. */
  restart(functionName?: string): void;
  /** How many things have happened. */
  steps(): number;
  /** SHA-256 over all that happened in its order, with the bytes of every request and answer. */
  digest(): string;
  close(): Promise<void>;
}
