/** What can befall any function. */
export const GENERAL_FAULTS = [
  /** Answers late, by `ms`. */
  'slow',
  /** The request is lost: nothing is done, and no answer comes. */
  'timeout-before',
  /** The work is done, the answer is lost. */
  'timeout-after',
  /** The connection is reset, and nothing was done. */
  'reset-before',
  /** The work is done, then the connection is reset. */
  'reset-after',
  /** The instance that asks for an operation dies, and the operation is not done. */
  'crash-before',
  /** The operation is done, then the instance that asked for it dies. */
  'crash-after',
  /** The clock of an instance is ahead of the cloud's by `ms`, or behind where negative, for the instance's life. */
  'clock-skew',
  /** A database operation fails. */
  'database-fail',
  /** The disk is full: the database refuses what writes and goes on reading. */
  'full',
  /** The database may not be written: it refuses what writes and goes on reading. */
  'read-only',
  /** The environment's quota is used up. */
  'quota',
  /** A transaction meets a conflict. */
  'conflict',
  /** A function fails without having run. */
  'function-fail',
] as const;

/** The ways in which the cloud can be told to fail: the general ones, and those of payment. */
export const FAULT_NAMES = [
  ...GENERAL_FAULTS,
  /** unifiedOrder answers SYSTEMERROR, or `code`. */
  'pay-fail',
  /** unifiedOrder answers SYSTEMERROR, or `code`, although the order was made. */
  'pay-fail-after',
  /** queryOrder and queryRefund answer SYSTEMERROR, or `code`. */
  'query-fail',
  /** closeOrder answers SYSTEMERROR, or `code`. */
  'close-fail',
  /** closeOrder answers SYSTEMERROR, or `code`, although the order was closed. */
  'close-fail-after',
  /** refund answers NOTENOUGH, or `code`. */
  'refund-fail',
  /** refund answers SYSTEMERROR, or `code`, although the refund was accepted. */
  'refund-fail-after',
  /** refund answers FREQUENCY_LIMITED, or `code`. */
  'refund-frequency',
  /** An accepted refund ends as CHANGE, the money could not be sent back; or as `code`, REFUNDCLOSE. */
  'refund-abnormal',
  /** queryRefund tells how many refunds there are, and nothing of any. */
  'refund-details-missing',
  /** downloadBill answers "system error", or `code`. */
  'bill-fail',
  /** The user pays, and the bank refuses: the order is PAYERROR and can be paid again. */
  'bank-error',
  /** The user pays, and the bank answers after `ms`, a minute where absent: the order is USERPAYING until then. */
  'bank-slow',
  /** A callback of a payment or a refund never comes. */
  'callback-lost',
  /** A callback comes twice. */
  'callback-twice',
  /** A callback comes late, by `ms` or by what the cloud was started with. */
  'callback-late',
] as const;

export type FaultName = (typeof FAULT_NAMES)[number];
