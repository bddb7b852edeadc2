/** The ways in which the cloud can be told to fail. */
export const FAULT_NAMES = [
  /** Answers late, by `ms`. */
  'slow',
  /** The request is lost: nothing is done, and no answer comes. */
  'timeout-before',
  /** The work is done, the answer is lost. */
  'timeout-after',
  /** A database operation fails. */
  'database-fail',
  /** The environment's quota is used up. */
  'quota',
  /** A transaction meets a conflict. */
  'conflict',
  /** A function fails without having run. */
  'function-fail',
  /** unifiedOrder answers SYSTEMERROR, or `code`. */
  'pay-fail',
  /** queryOrder answers SYSTEMERROR, or `code`. */
  'query-fail',
  /** refund answers NOTENOUGH, or `code`. */
  'refund-fail',
  /** An accepted refund ends as CHANGE: the money could not be sent back. */
  'refund-abnormal',
  /** closeOrder answers SYSTEMERROR, or `code`. */
  'close-fail',
] as const;

export type FaultName = (typeof FAULT_NAMES)[number];

/** What an operation must be to be hit; what is absent matches everything. */
export interface FaultMatch {
  /** An SDK action such as `database.getDocument`, or `invoke` for a client's call. */
  action?: string;
  collection?: string;
  /** The function that is called, or the one that makes the request. */
  function?: string;
}

export interface FaultRule {
  name: FaultName;
  match?: FaultMatch;
  /** How often it strikes; until cleared where absent. */
  times?: number;
  /** Delay in real milliseconds, for `slow` and the timeouts. */
  ms?: number;
  /** Error code of the payment faults, where not the usual one. */
  code?: string;
}

export type Operation = { [Key in keyof FaultMatch]: FaultMatch[Key] | undefined };

/** The faults in force. Which operation is hit depends on their order only, never on chance. */
export class FaultBoard {
  #rules: FaultRule[] = [];

  set(rule: FaultRule): void {
    if (!FAULT_NAMES.includes(rule.name)) throw new Error(`there is no fault ${rule.name}`);
    this.#rules.push({ ...rule });
  }

  clear(): void {
    this.#rules = [];
  }

  list(): FaultRule[] {
    return this.#rules.map((rule) => ({ ...rule }));
  }

  /** The first rule of this name that hits the operation; it has then struck once more. */
  strike(name: FaultName, operation: Operation = {}): FaultRule | undefined {
    const rule = this.#rules.find((one) => one.name === name && hits(one.match ?? {}, operation));
    if (rule?.times !== undefined) {
      rule.times -= 1;
      if (rule.times <= 0) this.#rules.splice(this.#rules.indexOf(rule), 1);
    }
    return rule;
  }
}

const hits = (match: FaultMatch, operation: Operation): boolean =>
  (match.action === undefined || match.action === operation.action) &&
  (match.collection === undefined || match.collection === operation.collection) &&
  (match.function === undefined || match.function === operation.function);
