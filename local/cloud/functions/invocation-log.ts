import { addOperation, noOperations, type OperationCounts } from '../operations/operation-counts';
import { PAYLOAD_LIMITS } from '../quota/payload-limits';
import type { Failure } from './failure';

/** One run of a function: what it was, what it cost, what it printed. */
export interface InvocationRecord {
  requestId: string;
  /** Request of the function that called this one; undefined for a call from outside. */
  parent: string | undefined;
  name: string;
  source: string;
  /** Virtual time of the start, epoch milliseconds. */
  startedAt: number;
  /** Real milliseconds it took; undefined while it runs. */
  durationMs: number | undefined;
  /** Real milliseconds of these until an instance took it; undefined where none did. */
  waitedMs: number | undefined;
  /** Whether it was the first event of its instance; undefined where no instance took it. */
  start: 'cold' | 'warm' | undefined;
  /** Which instance ran it: unique in one life of the cloud. */
  instance: string | undefined;
  /** The beginning of the event as JSON. */
  event: string;
  /** Size of the event as JSON. */
  eventBytes: number;
  /** The beginning of the result as JSON; undefined where there was none. */
  result: string | undefined;
  /** Size of the result as JSON, also of one that was too large; undefined where there was none. */
  resultBytes: number | undefined;
  /** Largest resident memory of the instance during the run; undefined where nobody looked. */
  peakMemoryBytes: number | undefined;
  /** What it asked of the database; nested calls have records of their own. */
  operations: OperationCounts;
  failure: Failure | undefined;
  lines: { stream: 'stdout' | 'stderr'; text: string }[];
}

export interface LogFilter {
  requestId?: string;
  name?: string;
}

/** Hears of each run when it begins and when it has ended (`durationMs` is then known). */
export type InvocationListener = (record: InvocationRecord) => void;

type Start = Pick<
  InvocationRecord,
  'requestId' | 'parent' | 'name' | 'source' | 'startedAt' | 'event' | 'eventBytes'
>;

const KEPT_RECORDS = 500;
const KEPT_LINES = 1000;
const KEPT_CHARACTERS = 200_000;

/** The last runs, oldest first; older ones are forgotten. */
export class InvocationLog {
  readonly #records = new Map<string, InvocationRecord>();
  readonly #listeners = new Set<InvocationListener>();

  open(start: Start): InvocationRecord {
    const record: InvocationRecord = {
      ...start,
      durationMs: undefined,
      waitedMs: undefined,
      start: undefined,
      instance: undefined,
      result: undefined,
      resultBytes: undefined,
      peakMemoryBytes: undefined,
      operations: noOperations(),
      failure: undefined,
      lines: [],
    };
    this.#records.set(record.requestId, record);
    const [oldest] = this.#records.keys();
    if (this.#records.size > KEPT_RECORDS && oldest !== undefined) this.#records.delete(oldest);
    this.#tell(record);
    return record;
  }

  close(record: InvocationRecord, durationMs: number, failure: Failure | undefined): void {
    record.durationMs = durationMs;
    record.failure = failure;
    this.#tell(record);
  }

  /** Adds a database operation to the run that asked for it, as long as that is remembered. */
  count(requestId: string, action: string, body: Record<string, unknown>): void {
    const record = this.#records.get(requestId);
    if (record !== undefined) addOperation(record.operations, action, body);
  }

  /** Answers how to stop hearing. */
  listen(listener: InvocationListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  list({ requestId, name }: LogFilter = {}): InvocationRecord[] {
    return [...this.#records.values()].filter(
      (record) =>
        (requestId === undefined || record.requestId === requestId) &&
        (name === undefined || record.name === name),
    );
  }

  #tell(record: InvocationRecord): void {
    for (const listener of this.#listeners) listener(record);
  }
}

const KEPT_OF_JSON = 4000;

/** The beginning of a text, as a copy: a part of a long text would keep the whole of it in memory. */
export const beginning = (text: string): string =>
  text.length <= KEPT_OF_JSON ? text : `${Buffer.from(text.slice(0, KEPT_OF_JSON)).toString()}…`;

/** Notes in the log of a call from a phone that WeChat would rather have had as a file. */
export function adviseOnSize({ source, eventBytes, lines }: InvocationRecord): void {
  const advised = PAYLOAD_LIMITS.advisedEvent;
  if (source !== 'wx_client' || eventBytes <= advised) return;
  const text = `[the event has ${eventBytes} bytes: above ${advised} WeChat advises to pass a file]\n`;
  lines.push({ stream: 'stderr', text });
}

const CUT_OFF = { stream: 'stderr', text: '[the rest of the output was cut off]\n' } as const;
const roomOf = new WeakMap<InvocationRecord, number>();

/** Adds output to a record, up to a number of pieces and of characters; the last piece says where it was cut off. */
export function addOutput(record: InvocationRecord, stream: 'stdout' | 'stderr', text: string): void {
  const room = roomOf.get(record) ?? KEPT_CHARACTERS;
  if (room <= 0) return;
  const full = text.length >= room || record.lines.length + 1 >= KEPT_LINES;
  roomOf.set(record, full ? 0 : room - text.length);
  record.lines.push({ stream, text: text.slice(0, room) });
  if (full) record.lines.push(CUT_OFF);
}
