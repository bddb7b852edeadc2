const part = (): string =>
  Math.floor(Math.random() * 36 ** 8)
    .toString(36)
    .padStart(8, '0');

/** Names one intent of the user; kept for its retries. Only uniqueness matters, so no secret randomness is needed. */
export const newRequestId = (): string => `${Date.now().toString(36)}-${part()}${part()}`;
