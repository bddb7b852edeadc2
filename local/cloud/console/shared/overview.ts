import type { ClockAnswer } from './clock';
import type { CallLine, RecordingAnswer } from './functions';

/** Operations of one real second. */
export interface SecondLine {
  reads: number;
  writes: number;
  transactions: number;
}

/** What every tab shows at its head. */
export interface Pulse {
  clock: ClockAnswer;
  /** The last 60 whole seconds, oldest first. */
  seconds: SecondLine[];
  recording: Pick<RecordingAnswer, 'state' | 'total'> & { calls: number };
  /** Faults in force. */
  faults: number;
}

/** The first tab. */
export interface Overview {
  functions: { calls: number; running: number; failed: number; cold: number };
  database: { collections: number; documents: number; openTransactions: number; commits: number };
  waiting: { callbacks: number; orders: number };
  messages: number;
  files: number;
  /** The latest runs that failed, newest first. */
  failures: CallLine[];
  /** What the database warns of, latest first. */
  warnings: string[];
}
