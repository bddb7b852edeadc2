import type { Ending, Limits, OutputListener } from './function-process';
import type { EventMessage, HostMessage } from './messages';

/** Where one function runs, one event at a time; generic until its first event, then bound to it. */
export interface FunctionInstance {
  /** Number of the process it runs in. */
  readonly pid: number;
  /** Resolves when it can take an event; rejects where it ended before. */
  readonly ready: Promise<void>;
  readonly exited: Promise<void>;
  boundTo: string | undefined;
  /** To be ended instead of reused: its code was replaced, or it is broken. */
  retired: boolean;
  readonly alive: boolean;
  /** Milliseconds by which its clock differs from the cloud's; decided with its first event. */
  skewMs: number | undefined;
  /** Largest memory that was seen during the last event, in bytes; absent where nobody looks. */
  readonly peakBytes?: number;
  /** When its last event ended, by the host's own clock, in milliseconds. */
  readonly lastUsed: number;
  run(message: EventMessage, limits: Limits, output: OutputListener): Promise<Ending>;
  tell(message: HostMessage): void;
  kill(): void;
}

/** What an instance is started with. */
export interface InstancePlan {
  environment: Record<string, string>;
  heapMegabytes: number;
  /** Milliseconds between the virtual and the real clock. */
  clockOffset: number;
}

/** Starts instances: as child processes, or as parts of a simulation. */
export interface FunctionRuntime {
  start(plan: InstancePlan): FunctionInstance;
  /** Called when all instances have ended. */
  close(): Promise<void>;
}
