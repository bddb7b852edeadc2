/** MongoDB's limit of one document in bytes (16 MB plus its own head room). */
export const MAXIMUM_DOCUMENT_BYTES = 16_793_600;

/** MongoDB's limit of nested levels in one document. */
export const MAXIMUM_DEPTH = 100;

/** MongoDB's limit of nested levels in anything it writes, such as what an aggregation made (maxBSONDepth). */
export const MAXIMUM_WRITTEN_DEPTH = 200;

/** Documents a get without limit answers (wx-server-sdk sends it itself; this is for bare requests). */
export const DEFAULT_LIMIT = 100;

/** The largest limit a get obeys; larger ones are cut, as wx-server-sdk 4.0.2 does. */
export const MAXIMUM_LIMIT = 1000;

/** Documents an aggregation answers when it has no $limit of its own. [COMM] */
export const AGGREGATE_LIMIT = 20;

/** The most that one answer may carry, in bytes of its documents (CloudBase quotas: 16 MB each time). */
export const MAXIMUM_ANSWER_BYTES = 16 * 1024 * 1024;

/** Indexes of one collection (CloudBase quotas). */
export const MAXIMUM_INDEXES = 20;

/** A search that looks at more documents than this to find fewer is worth a warning. */
export const COSTLY_SEARCH = 1000;

/** Warnings that are kept; the oldest go first. */
export const KEPT_WARNINGS = 100;

/** A transaction must be over after this many milliseconds (WeChat, guide to database transactions). */
export const TRANSACTION_LIFETIME = 30_000;

/** MongoDB refuses to fill more array elements than this with null when a $set goes past the end. */
export const MAXIMUM_PADDING = 1_500_000;

/** MongoDB's limit of what one $range makes (internalQueryMaxRangeBytes); any list of an expression keeps to it. */
export const MAXIMUM_LIST_BYTES = 100 * 1024 * 1024;

/** What MongoDB counts for each element of such a list, in bytes. */
export const LIST_ELEMENT_BYTES = 16;

/** MongoDB's limit of a text that an expression puts together (its buffers grow no further), in bytes. */
export const MAXIMUM_TEXT_BYTES = 64 * 1024 * 1024;

/** Name of the database in E11000 messages. Production shows the environment's internal name. [MEM] */
export const DATABASE_NAME = 'local';
