const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** `yyyyMMddHHmmss` in UTC+8, as WeChat Pay writes times. */
export const compactTime = (instant: number): string =>
  new Date(instant + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19).replace(/\D/g, '');

/** @throws RangeError where it is no such time. */
export function instantOfCompactTime(text: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
  if (Number.isNaN(instant)) throw new RangeError('Not a payment time');
  return instant;
}
