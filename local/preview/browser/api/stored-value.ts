/** How much one key and all keys together may hold, in bytes (WeChat, storage guide). */
export const keyLimit = 1024 * 1024;
export const totalLimit = 10 * 1024 * 1024;

/** Writes a value with its kind, since WeChat gives back what it got: a number stays a number. */
export function encodeValue(value: unknown): string {
  if (value instanceof Date) return JSON.stringify({ kind: 'date', value: value.getTime() });
  if (value === undefined) return JSON.stringify({ kind: 'undefined' });
  return JSON.stringify({ kind: 'json', value });
}

/** Reads what `encodeValue` wrote. */
export function decodeValue(text: string): unknown {
  const { kind, value } = JSON.parse(text) as { kind: string; value: unknown };
  if (kind === 'date') return new Date(value as number);
  return kind === 'undefined' ? '' : value;
}

/** Size of a stored text in bytes of UTF-8. */
export const sizeOf = (text: string): number => new TextEncoder().encode(text).length;
