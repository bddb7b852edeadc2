/** MongoDB's limit of one document in bytes (16 MB plus its own head room). */
export const MAXIMUM_DOCUMENT_BYTES = 16_793_600;

/** MongoDB's limit of nested levels in one document. */
export const MAXIMUM_DEPTH = 100;

/** Documents a get without limit answers (wx-server-sdk sends it itself; this is for bare requests). */
export const DEFAULT_LIMIT = 100;

/** The largest limit a get obeys; larger ones are cut, as wx-server-sdk 4.0.2 does. */
export const MAXIMUM_LIMIT = 1000;

/** A transaction must be over after this many milliseconds (WeChat, guide to database transactions). */
export const TRANSACTION_LIFETIME = 30_000;

/** MongoDB refuses to fill more array elements than this with null when a $set goes past the end. */
export const MAXIMUM_PADDING = 1_500_000;

/** Name of the database in E11000 messages. Production shows the environment's internal name. [MEM] */
export const DATABASE_NAME = 'local';
