/** The ways in which the cloud can be told to fail. */
export const FAULT_NAMES = [
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
