import { randomUUID } from 'node:crypto';
import { transactionGone } from '../failures';
import { TRANSACTION_LIFETIME } from '../limits';
import { Transaction } from './transaction';
import type { Workspace } from './workspace';

/** How often, in real milliseconds, writes that wait look whether the injected clock has ended a transaction. */
const EXPIRY_CHECK = 50;

/** The open transactions. */
export class TransactionRegistry {
  private readonly open = new Map<string, Transaction>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly workspace: Workspace,
    private readonly now: () => number,
  ) {}

  get size(): number {
    return this.open.size;
  }

  start(): Transaction {
    const transaction = new Transaction(randomUUID(), this.now(), this.workspace);
    this.open.set(transaction.id, transaction);
    this.timer ??= setInterval(() => this.endExpired(), EXPIRY_CHECK).unref();
    return transaction;
  }

  /** The open transaction of this id; finished, expired and unknown ones are gone alike. */
  get(id: unknown): Transaction {
    this.endExpired();
    const transaction = typeof id === 'string' ? this.open.get(id) : undefined;
    if (transaction === undefined) throw transactionGone();
    return transaction;
  }

  commit(transaction: Transaction): void {
    this.forget(transaction);
    try {
      transaction.commit();
    } catch (error) {
      transaction.end();
      throw error;
    }
  }

  /** Ends a transaction without a trace. */
  abort(transaction: Transaction): void {
    if (this.open.get(transaction.id) !== transaction) return;
    this.forget(transaction);
    transaction.end();
  }

  abortAll(): void {
    for (const transaction of this.open.values()) this.abort(transaction);
  }

  /** Ends what is older than 30 seconds (or as far in the future, when the clock was set back). */
  endExpired(): void {
    const now = this.now();
    for (const transaction of this.open.values()) {
      if (Math.abs(now - transaction.startedAt) >= TRANSACTION_LIFETIME) this.abort(transaction);
    }
  }

  private forget(transaction: Transaction): void {
    this.open.delete(transaction.id);
    if (this.open.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
