import { CloudError } from '../protocol/cloud-error';
import type { ActionResult } from '../protocol/envelope';
import type { Action, ActionContext, Cost, Outcome } from './actions/action';
import { ACTIONS } from './actions/table';
import { serverDates } from './actions/transaction-rules';
import { invalidParameter, storageFailed } from './failures';
import type { DatabaseOptions, OperationDescription } from './options';
import { Reporter } from './reporter';
import { ScanWarnings } from './scan-warnings';
import type { ServerDate } from './values/decode';
import { Blocked } from './transactions/locks';
import { PlainSession } from './transactions/plain-session';
import type { TransactionRegistry } from './transactions/registry';
import type { Transaction } from './transactions/transaction';
import type { Workspace } from './transactions/workspace';

type Body = Readonly<Record<string, unknown>>;

/** Errors of MongoDB end the transaction they happen in; a malformed request never reaches it. */
const ENDS_TRANSACTION = new Set(['DATABASE_REQUEST_FAILED', 'DATABASE_TRANSACTION_CONFLICT']);

function describe(action: string, body: Body): OperationDescription {
  const { collectionName: collection, transactionId } = body;
  return {
    action,
    ...(typeof collection === 'string' ? { collection } : {}),
    ...(typeof transactionId === 'string' ? { transactionId } : {}),
  };
}

/** Whether a request leaves no trace in reports, warnings and uses of indexes. */
interface Manner {
  readonly unseen: boolean;
}

const SEEN: Manner = { unseen: false };

/** What goes with a request through the engine. */
interface Way extends Manner {
  readonly cost: Cost;
}

/** Runs actions one at a time; waits only for faults, for transactions in the way, and for COMMIT. */
export class Engine {
  readonly reporter = new Reporter();
  readonly warnings = new ScanWarnings();
  closed = false;

  private readonly plainSession: PlainSession;
  private readonly random: () => number;
  private readonly serverDate: ServerDate;
  private readonly noServerDate: ServerDate;

  constructor(
    private readonly options: DatabaseOptions,
    private readonly workspace: Workspace,
    private readonly transactions: TransactionRegistry,
  ) {
    const now = () => options.now();
    this.plainSession = new PlainSession(workspace);
    this.random = options.random ?? Math.random;
    this.serverDate = serverDates(now, false);
    this.noServerDate = serverDates(now, true);
  }

  async handle(name: string, body: Body, manner: Manner = SEEN): Promise<ActionResult> {
    const action = ACTIONS.get(name);
    if (action === undefined) throw invalidParameter(`Unknown or unsupported action: ${name}`);
    const cost: Cost = { examined: 0, index: undefined };
    let documents = 0;
    let ok = false;
    try {
      if (this.options.faults !== undefined) await this.options.faults(describe(name, body));
      const outcome = await this.runUnblocked(action, body, { cost, ...manner });
      ({ documents } = outcome);
      ok = true;
      return answer(outcome);
    } finally {
      if (this.reporter.isHeard && !manner.unseen) {
        const { examined, index } = cost;
        const found = { documents, examined, ...(index === undefined ? {} : { index }) };
        this.reporter.report({ ...describe(name, body), kind: action.kind, ...found, ok }, body);
      }
    }
  }

  /** Starts over each time a transaction was in the way and has ended; answers when all that was seen is durable. */
  private async runUnblocked(action: Action, body: Body, way: Way): Promise<Outcome> {
    for (;;) {
      try {
        const outcome = this.run(action, body, way);
        await this.workspace.commit.settled();
        return outcome;
      } catch (error) {
        if (!(error instanceof Blocked)) {
          await this.workspace.commit.settled();
          throw error;
        }
        await error.holder.ended;
      }
    }
  }

  private run(action: Action, body: Body, way: Way): Outcome {
    if (this.closed) throw storageFailed('the local cloud is closed');
    this.transactions.endExpired();
    const transaction = this.transactionOf(action, body);
    try {
      return action.run(this.context(transaction, way), body);
    } catch (error) {
      if (transaction !== undefined && error instanceof CloudError && ENDS_TRANSACTION.has(error.code)) {
        this.transactions.abort(transaction);
      }
      throw error;
    }
  }

  private transactionOf(action: Action, body: Body): Transaction | undefined {
    const id = body['transactionId'];
    return action.kind === 'transaction' || id === undefined ? undefined : this.transactions.get(id);
  }

  private context(transaction: Transaction | undefined, { cost, unseen }: Way): ActionContext {
    const inTransaction = transaction !== undefined;
    return {
      workspace: this.workspace,
      transactions: this.transactions,
      session: transaction ?? this.plainSession,
      inTransaction,
      cost,
      unseen,
      warnings: this.warnings,
      random: this.random,
      serverDate: inTransaction ? this.noServerDate : this.serverDate,
    };
  }
}

function answer({ data, transactionId }: Outcome): ActionResult {
  if (transactionId === undefined) return data === undefined ? {} : { data };
  return { ...(data === undefined ? {} : { data }), transactionId };
}
