/** Another document holds the same `_id` or unique key; `index` names which, where the database says it. */
export class DuplicateKeyError extends Error {
  override readonly name = 'DuplicateKeyError';
  constructor(readonly index: string) {
    super(`Duplicate key in ${index}`);
  }
}

/** Others changed the document again and again: nothing was saved. */
export class ContentionError extends Error {
  override readonly name = 'ContentionError';
}

/** The database failed. Its message may quote stored values, so only the code is kept. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  constructor(readonly code: string) {
    super(`Database failed: ${code}`);
  }
}

interface SdkError {
  readonly errCode?: unknown;
  readonly code?: unknown;
  readonly errMsg?: unknown;
  readonly message?: unknown;
}

/** The SDK throws three shapes of errors; this makes one of ours of each. */
export function storeError(thrown: unknown): Error {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as SdkError;
  const message = [error.errMsg, error.message].filter((part) => typeof part === 'string').join(' ');
  if (/E11000|duplicate key/i.test(message)) {
    return new DuplicateKeyError(/index:\s*([\w.-]+)/.exec(message)?.[1] ?? 'unknown');
  }
  const code = [error.code, error.errCode].find(
    (part) => typeof part === 'string' || typeof part === 'number',
  );
  return new DatabaseError(code === undefined ? 'unknown' : String(code));
}
