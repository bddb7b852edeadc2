/** Operations on the database, as wx-server-sdk sends them. */
export interface OperationLine {
  reads: number;
  writes: number;
  transactions: number;
  byCollection: Record<string, { reads: number; writes: number }>;
}

/** One run of a function; instants in epoch milliseconds of the virtual clock, spans in real milliseconds. */
export interface CallLine {
  requestId: string;
  /** The call that made this one; absent for a call from outside. */
  parent?: string | undefined;
  name: string;
  source: string;
  startedAt: number;
  /** Absent while it runs. */
  durationMs?: number | undefined;
  waitedMs?: number | undefined;
  start?: 'cold' | 'warm' | undefined;
  instance?: string | undefined;
  eventBytes: number;
  resultBytes?: number | undefined;
  peakMemoryBytes?: number | undefined;
  operations: OperationLine;
  failure?: { code: string; errCode: number; message: string } | undefined;
  /** Pieces of output. */
  printed: number;
}

/** The latest runs, newest first, and the functions there are runs of. */
export interface CallList {
  calls: CallLine[];
  names: string[];
}

/** One run with what it printed and the runs it caused. */
export interface CallDetail {
  call: CallLine;
  /** The beginning of the event and of the result, as JSON. */
  event: string;
  result?: string | undefined;
  lines: { stream: 'stdout' | 'stderr'; text: string }[];
  nested: CallLine[];
}

/** What happened since somebody began to count. */
export interface RecordingAnswer {
  state: 'none' | 'running' | 'stopped';
  /** Real milliseconds it has run for. */
  lastedMs: number;
  total: OperationLine;
  /** In the order of their beginning. */
  calls: CallLine[];
  /** Calls that were counted but are not listed, since there were too many. */
  unlisted: number;
}
