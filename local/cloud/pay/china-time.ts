const EIGHT_HOURS = 8 * 3600 * 1000;

/** Instant as `yyyyMMddHHmmss` in UTC+8, as the payment interfaces (API v2) write it. */
export function formatCompact(instant: number): string {
  return new Date(instant + EIGHT_HOURS).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** Instant as `yyyy-MM-dd HH:mm:ss` in UTC+8. */
export function formatReadable(instant: number): string {
  return new Date(instant + EIGHT_HOURS).toISOString().slice(0, 19).replace('T', ' ');
}

/** Reads `yyyyMMddHHmmss` in UTC+8 as epoch milliseconds; undefined where it is no such time. */
export function parseCompact(text: string): number | undefined {
  const digits = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (digits === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = digits.slice(1).map(Number);
  const instant = Date.UTC(year, month - 1, day, hour, minute, second) - EIGHT_HOURS;
  return formatCompact(instant) === text ? instant : undefined;
}

/** Midnight in UTC+8 at which the day `yyyyMMdd` begins; undefined where it is no such day. */
export function dayStart(day: string): number | undefined {
  return parseCompact(`${day}000000`);
}
