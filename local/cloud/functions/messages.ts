/** What the host and a function process say to each other over their channel. */

/** Number of the pipe between them, as the function process sees it. */
export const CHANNEL_DESCRIPTOR = 3;

/** Given to a function process when it starts. */
export interface ProcessSettings {
  /** Absolute path of the SDK, loaded while the process waits for its first event. */
  preload: string | undefined;
  /** File with the modules that it loads; absent: they are read one by one. */
  pack: string | undefined;
  /** Milliseconds between the virtual and the real clock. */
  clockOffset: number;
}

/** The second argument of `exports.main`, named as the platform names it. */
export interface FunctionContext {
  request_id: string;
  function_name: string;
  function_version: string;
  memory_limit_in_mb: number;
  time_limit_in_ms: number;
  namespace: string;
}

export interface EventMessage {
  type: 'event';
  requestId: string;
  /** Absolute path of the module that exports `main`. */
  module: string;
  /** The event as JSON text. */
  event: string;
  context: FunctionContext;
  /** Variables that hold for this event only. */
  environment: Record<string, string>;
  clockOffset: number;
  /** A result of more bytes is not handed over. */
  maxResultBytes: number;
}

export interface ClockMessage {
  type: 'clock';
  offset: number;
}

export type HostMessage = EventMessage | ClockMessage;

export interface OutputMessage {
  type: 'output';
  requestId: string;
  stream: 'stdout' | 'stderr';
  text: string;
}

/** How an event ended inside the process: the result as JSON text, or why there is none. */
export type EventOutcome =
  | { type: 'result'; requestId: string; json: string }
  | { type: 'oversize'; requestId: string; bytes: number }
  | { type: 'failure'; requestId: string; message: string; stack: string; fatal: boolean };

export type ChildMessage = { type: 'ready' } | OutputMessage | EventOutcome;

type Shape = Readonly<Record<string, 'string' | 'number' | 'boolean'>>;

const SHAPES: Readonly<Record<ChildMessage['type'], Shape>> = {
  ready: {},
  output: { requestId: 'string', stream: 'string', text: 'string' },
  result: { requestId: 'string', json: 'string' },
  oversize: { requestId: 'string', bytes: 'number' },
  failure: { requestId: 'string', message: 'string', stack: 'string', fatal: 'boolean' },
};

/** What came from a function process, if it is a message at all: functions can write to the channel too. */
export function readChildMessage(value: unknown): ChildMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Record<string, unknown>;
  const { type } = fields;
  const shape = typeof type === 'string' && Object.hasOwn(SHAPES, type) ? SHAPES[type as 'ready'] : undefined;
  if (shape === undefined) return undefined;
  const fits = Object.entries(shape).every(([name, kind]) => typeof fields[name] === kind);
  return fits ? (value as ChildMessage) : undefined;
}
