import type { Failure } from './failure';

/** One run of a function, with what it printed. */
export interface InvocationRecord {
  requestId: string;
  name: string;
  source: string;
  /** Virtual time of the start, epoch milliseconds. */
  startedAt: number;
  /** Real milliseconds it took; undefined while it runs. */
  durationMs: number | undefined;
  failure: Failure | undefined;
  lines: { stream: 'stdout' | 'stderr'; text: string }[];
}

export interface LogFilter {
  requestId?: string;
  name?: string;
}

const KEPT_RECORDS = 500;
const KEPT_LINES = 1000;

/** The last runs, oldest first; older ones are forgotten. */
export class InvocationLog {
  readonly #records: InvocationRecord[] = [];

  open(start: Pick<InvocationRecord, 'requestId' | 'name' | 'source' | 'startedAt'>): InvocationRecord {
    const record: InvocationRecord = { ...start, durationMs: undefined, failure: undefined, lines: [] };
    this.#records.push(record);
    if (this.#records.length > KEPT_RECORDS) this.#records.shift();
    return record;
  }

  list({ requestId, name }: LogFilter = {}): InvocationRecord[] {
    return this.#records.filter(
      (record) =>
        (requestId === undefined || record.requestId === requestId) &&
        (name === undefined || record.name === name),
    );
  }
}

/** Adds output to a record, up to a number of chunks. */
export function addOutput(record: InvocationRecord, stream: 'stdout' | 'stderr', text: string): void {
  if (record.lines.length < KEPT_LINES) record.lines.push({ stream, text });
}
