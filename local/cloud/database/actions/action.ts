import type { ScanWarnings } from '../scan-warnings';
import type { Session } from '../transactions/session';
import type { TransactionRegistry } from '../transactions/registry';
import type { Workspace } from '../transactions/workspace';
import type { ServerDate } from '../values/decode';

/** What an action works with. */
export interface ActionContext {
  readonly workspace: Workspace;
  readonly transactions: TransactionRegistry;
  /** Committed documents, or the transaction that the request names. */
  readonly session: Session;
  readonly inTransaction: boolean;
  /** Resolves a server date, or refuses it inside a transaction. */
  readonly serverDate: ServerDate;
  /** Filled in by the action. */
  readonly cost: Cost;
  readonly warnings: ScanWarnings;
  /** Whether it leaves no trace in warnings and in the uses of indexes. */
  readonly unseen: boolean;
  /** A number from 0 up to 1, for `$sample`. */
  readonly random: () => number;
}

/** What the searches of one request cost. */
export interface Cost {
  examined: number;
  /** The index that the last search went by. */
  index: string | undefined;
}

/** What an action answers, and how many documents it touched. */
export interface Outcome {
  data?: unknown;
  transactionId?: string;
  documents: number;
}

/** One request, start to end, without waiting. */
export type Run = (context: ActionContext, body: Readonly<Record<string, unknown>>) => Outcome;

/** An action of the wire protocol. */
export interface Action {
  readonly kind: 'read' | 'write' | 'transaction';
  readonly run: Run;
}
